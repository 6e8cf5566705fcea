// Raw @platformatic/kafka, as little as can be done: gather what a fetch brought, parse, stringify, produce with acks=all, commit.
import { Consumer, Producer } from '@platformatic/kafka';
import { answerTo } from './answer.mjs';

const RECORDS_A_SEND = 2_000;
/** As many as the kafkajs echo has partitions in work. */
const SENDS_AT_ONCE = 4;

const [group, input, output] = process.argv.slice(2);
const client = { clientId: 'bench-echo', bootstrapBrokers: process.env.KAFKA_BROKERS.split(',') };
const producer = new Producer({ ...client, acks: -1 });
const consumer = new Consumer({ ...client, groupId: group, autocommit: false, maxWaitTime: 100 });
const stream = await consumer.consume({ topics: [input], mode: 'committed', fallbackMode: 'earliest' });

let gathered = [];
let offsets = new Map();
let underWay = 0;
let isScheduled = false;
/** The commits, one after another: one that is acknowledged early must not commit what is not written. */
let committed = Promise.resolve();

stream.on('data', ({ key, value, partition, offset }) => {
  const answer = JSON.stringify(answerTo(JSON.parse(value.toString())));
  gathered.push({ topic: output, key: key ?? undefined, value: Buffer.from(answer) });
  offsets.set(partition, offset + 1n);
  if (gathered.length >= RECORDS_A_SEND) send();
  else if (!isScheduled) {
    isScheduled = true;
    setImmediate(() => {
      isScheduled = false;
      send();
    });
  }
});

function send() {
  if (gathered.length === 0) return;
  const sent = producer.send({ messages: gathered });
  const read = offsets;
  gathered = [];
  offsets = new Map();
  underWay += 1;
  if (underWay === SENDS_AT_ONCE) stream.pause();
  sent.then(() => {
    underWay -= 1;
    if (underWay === SENDS_AT_ONCE - 1) stream.resume();
  });
  committed = committed.then(() => sent).then(() => commit(read));
}

function commit(read) {
  return consumer.commit({
    offsets: [...read].map(([partition, offset]) => ({ topic: input, partition, offset, leaderEpoch: -1 })),
  });
}
