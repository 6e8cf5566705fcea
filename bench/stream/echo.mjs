// Raw kafkajs, as little as can be done: consume batches, parse, stringify, produce with acks=all, commit.
import { Kafka, logLevel } from 'kafkajs';

const [input, output] = process.argv.slice(2);
const kafka = new Kafka({ brokers: process.env.KAFKA_BROKERS.split(','), logLevel: logLevel.NOTHING });
const producer = kafka.producer({ allowAutoTopicCreation: false });
const consumer = kafka.consumer({ groupId: `bench-echo-${Date.now()}`, maxWaitTimeInMs: 100 });
await producer.connect();
await consumer.connect();
await consumer.subscribe({ topics: [input], fromBeginning: true });
await consumer.run({
  partitionsConsumedConcurrently: 4,
  eachBatch: async ({ batch, heartbeat }) => {
    const messages = batch.messages.map(({ key, value }) => {
      const { id, url } = JSON.parse(value.toString());
      const answer = {
        id,
        url,
        verdict: 'safe',
        probability: 0.01,
        model: { name: 'echo', version: 1 },
        reasons: [],
      };
      return { key, value: JSON.stringify(answer) };
    });
    // All that one send gives a partition is one record batch, and the broker refuses more than 1 MiB.
    for (let from = 0; from < messages.length; from += 2_000) {
      await producer.send({ topic: output, acks: -1, messages: messages.slice(from, from + 2_000) });
      await heartbeat();
    }
  },
});
