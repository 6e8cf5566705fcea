// Raw kafkajs, as little as can be done: consume batches, parse, stringify, produce with acks=all, commit.
import { Kafka, logLevel } from 'kafkajs';
import { answerTo } from './answer.mjs';

/** All that one send gives a partition is one record batch, and the broker refuses more than 1 MiB. */
const RECORDS_A_SEND = 2_000;

const [group, input, output] = process.argv.slice(2);
const kafka = new Kafka({ brokers: process.env.KAFKA_BROKERS.split(','), logLevel: logLevel.NOTHING });
const producer = kafka.producer({ allowAutoTopicCreation: false });
const consumer = kafka.consumer({ groupId: group, maxWaitTimeInMs: 100 });
await producer.connect();
await consumer.connect();
await consumer.subscribe({ topics: [input], fromBeginning: true });
await consumer.run({
  partitionsConsumedConcurrently: 4,
  eachBatch: async ({ batch, heartbeat }) => {
    const messages = batch.messages.map(({ key, value }) => ({
      key,
      value: JSON.stringify(answerTo(JSON.parse(value.toString()))),
    }));
    for (let from = 0; from < messages.length; from += RECORDS_A_SEND) {
      await producer.send({
        topic: output,
        acks: -1,
        messages: messages.slice(from, from + RECORDS_A_SEND),
      });
      await heartbeat();
    }
  },
});
