import { protocolErrors } from '@platformatic/kafka';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { RecordSlab } from '../../records/encoding/record-slab.js';
import { BATCH } from '../../records/record-batch.js';
import type { Cluster } from '../wire/cluster.js';
import type { Links } from '../wire/links.js';
import type { BatchForPartition } from './produce-request.js';
import { PublishJob } from './publish-job.js';
import { RecordSender } from './record-sender.js';

type Reply = 'written' | 'no answer' | string;

const BROKER = { host: 'broker', port: 9092 };

/** What a broker was sent, in place of the broker: the stamp and the number of records of each batch. */
let sent: { producer: bigint; sequence: number; records: number; place: string }[];
/** How it replies, in turn; then everything is written. */
let replies: Reply[];
let producers: bigint;
let sender: RecordSender;

const links = {
  call: async (_broker: unknown, _api: unknown, _id: unknown, batches: readonly BatchForPartition[]) => {
    for (const { topic, partition, data } of batches)
      sent.push({
        producer: data.readBigInt64BE(BATCH.producerId),
        sequence: data.readInt32BE(BATCH.baseSequence),
        records: data.readInt32BE(BATCH.count),
        place: `${topic}/${partition}`,
      });
    const reply = replies.shift() ?? 'written';
    if (reply === 'no answer') throw new Error('Connection closed');
    const errorCode = reply === 'written' ? 0 : (protocolErrors[reply]?.code ?? -1);
    return batches.map(({ topic, partition }) => ({ topic, partition, errorCode }));
  },
} as unknown as Links;

const cluster = {
  leader: () => BROKER,
  refresh: async () => {},
  any: async () => {
    producers += 1n;
    return { producerId: producers, producerEpoch: 0 };
  },
} as unknown as Cluster;

beforeEach(() => {
  [sent, replies, producers] = [[], [], 0n];
  sender = new RecordSender({ cluster, links, timeoutMs: 2_000 });
});
afterEach(() => sender.close());

const slab = new RecordSlab();

function publish(values: readonly string[], partition = 0): Promise<void> {
  const job = new PublishJob(values.length);
  for (const value of values)
    sender.queue('t', partition).add(job, slab.encode({ topic: 't', key: null, value }), job.since);
  sender.wake();
  return job.settled;
}

const stamps = () => sent.map(({ producer, sequence, records }) => [producer, sequence, records]);

it('numbers the records of a partition one after the other', async () => {
  await publish(['a', 'b', 'c']);
  await Promise.all([publish(['d']), publish(['e']), publish(['x'], 1)]);
  await publish(['f']);
  const ofPlace = (wanted: string) =>
    sent.filter(({ place }) => place === wanted).map(({ sequence, records }) => [sequence, records]);
  expect(ofPlace('t/0')).toEqual([
    [0, 3],
    [3, 2],
    [5, 1],
  ]);
  expect(ofPlace('t/1')).toEqual([[0, 1]]);
  // What came together went together.
  expect(sent).toHaveLength(4);
});

it('sends what was not answered again with the same numbers, before what came later', async () => {
  replies = ['no answer', 'NOT_LEADER_OR_FOLLOWER', 'written'];
  const first = publish(['a', 'b']);
  await Promise.resolve();
  await Promise.all([first, publish(['c'])]);
  const attempts = stamps();
  expect(attempts.slice(0, 3).every((stamp) => String(stamp) === String(attempts[0]))).toBe(true);
  expect(attempts.at(-1)?.[0]).toBe(1n);
});

it('counts as written what the broker has already', async () => {
  replies = ['no answer', 'DUPLICATE_SEQUENCE_NUMBER'];
  await publish(['a']);
  expect(sent).toHaveLength(2);
});

it.each(['OUT_OF_ORDER_SEQUENCE_NUMBER', 'UNKNOWN_PRODUCER_ID', 'INVALID_PRODUCER_EPOCH'])(
  'takes a new producer after %s, and goes on',
  async (error) => {
    await publish(['a']);
    replies = [error];
    await publish(['b']);
    expect(stamps()).toEqual([
      [1n, 0, 1],
      [1n, 1, 1],
      [2n, 0, 1],
    ]);
  },
);

it('uses the numbers of a refused batch again, since nothing of it was written', async () => {
  replies = ['TOPIC_AUTHORIZATION_FAILED'];
  await expect(publish(['a', 'b'])).rejects.toMatchObject({ code: 'WEIR_BUS_REJECTED' });
  await publish(['c']);
  expect(stamps()).toEqual([
    [1n, 0, 2],
    [1n, 0, 1],
  ]);
});

it('halves what is refused for a record, until that record is alone', async () => {
  replies = ['MESSAGE_TOO_LARGE', 'written', 'INVALID_RECORD', 'written', 'INVALID_RECORD'];
  await expect(publish(['a', 'b', 'c', 'd'])).rejects.toMatchObject({ code: 'WEIR_BUS_REJECTED' });
  expect(stamps().map(([, sequence, records]) => [sequence, records])).toEqual([
    [0, 4],
    [0, 2],
    [2, 2],
    [2, 1],
    [3, 1],
  ]);
});

it('takes a new producer after giving up: the broker may have what was sent under the old numbers', async () => {
  replies = Array(100).fill('no answer');
  await expect(publish(['a'])).rejects.toMatchObject({ code: 'WEIR_BUS_UNAVAILABLE' });
  replies = [];
  await publish(['b']);
  expect(stamps().at(-1)).toEqual([2n, 0, 1]);
});
