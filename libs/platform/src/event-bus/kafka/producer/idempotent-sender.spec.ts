import type { Producer, ProducerBatch, RecordMetadata } from 'kafkajs';
import { describe, expect, it } from 'vitest';
import { type EncodedRecord, RecordSlab } from '../../records/encoding/record-slab.js';
import type { BatchContents, BatchMessage } from '../client/produce-request.js';
import { BatchBounds } from './batch-bounds.js';
import { IdempotentSender } from './idempotent-sender.js';
import { type Envelope, envelope, type Place } from './send-planner.js';

type Answer = (batch: ProducerBatch) => RecordMetadata[] | Promise<RecordMetadata[]>;

const answerFor = (...partitions: number[]): RecordMetadata[] =>
  partitions.map((partition) => ({ topicName: 'urls', partition, errorCode: 0 }));

/** Producers that answer by script, one function a send; a new producer goes on where the last one was. */
function scripted(...answers: Answer[]) {
  const contents: BatchContents[] = [];
  const sends: { producer: number; values: string[]; sequences: number[] }[] = [];
  let producers = 0;
  const connect = async (): Promise<Producer> => {
    producers += 1;
    const producer = producers;
    const sendBatch = async (batch: ProducerBatch) => {
      sends.push({ producer, ...sent(batch) });
      contents.push(...contentsOf(batch));
      return answers[sends.length - 1]?.(batch) ?? answerFor(...partitionsOf(batch));
    };
    return { sendBatch, disconnect: async () => {} } as unknown as Producer;
  };
  return { connect, sends, contents };
}

const places: readonly Place[] = [0, 1].map((partition) => ({ topic: 'urls', partition }));
const slab = new RecordSlab();
const partitionsOf = ({ topicMessages = [] }: ProducerBatch) =>
  topicMessages.flatMap(({ messages }) => messages.map(({ partition }) => partition ?? 0));

const record = (value: string, partition: number) =>
  envelope(slab.encode({ topic: 'urls', key: null, value }), places[partition] as Place);

/** Values here are one byte long, and stand before the number of headers. */
const textOf = ({ bytes, end }: EncodedRecord) => bytes.toString('utf8', end - 2, end - 1);

const contentsOf = ({ topicMessages = [] }: ProducerBatch): BatchContents[] =>
  topicMessages.flatMap(({ messages }) => messages.map((each) => (each as BatchMessage).contents));

const shares = (batch: ProducerBatch) =>
  contentsOf(batch).map(({ records }, index) => ({
    topic: 'urls',
    partition: partitionsOf(batch)[index] ?? 0,
    records: records.length,
  }));

function sent(batch: ProducerBatch) {
  const contents = contentsOf(batch);
  return {
    values: contents.flatMap(({ records }) => records.map(textOf)),
    sequences: contents.map(({ firstSequence }) => firstSequence),
  };
}

const senderOf = (connect: () => Promise<Producer>, maxRecordsPerProducer = 1_000_000) =>
  new IdempotentSender({ connect, bounds: new BatchBounds(), leastMs: 50, maxRecordsPerProducer });

const soon = () => Date.now() + 5_000;

const fail =
  (type: string): Answer =>
  () => {
    throw Object.assign(new Error(type), { type });
  };

describe('IdempotentSender', () => {
  it('sends again what the answer leaves out, and only that: its partition moved, or is unknown to kafkajs', async () => {
    const { connect, sends } = scripted(() => answerFor(0));
    await senderOf(connect).send([record('a', 0), record('b', 1)], soon());
    expect(sends).toEqual([
      { producer: 1, values: ['a', 'b'], sequences: [0, 0] },
      { producer: 2, values: ['b'], sequences: [0] },
    ]);
  });

  it.each(['OUT_OF_ORDER_SEQUENCE_NUMBER', 'UNKNOWN_PRODUCER_ID', 'INVALID_PRODUCER_EPOCH'])(
    'replaces the producer after %s and sends again',
    async (type) => {
      const { connect, sends } = scripted(fail(type));
      await senderOf(connect).send([record('a', 0)], soon());
      expect(sends.map(({ producer }) => producer)).toEqual([1, 2]);
    },
  );

  it('numbers the records of each partition on, from 0 for each producer', async () => {
    const { connect, sends } = scripted(
      () => answerFor(0, 1),
      () => answerFor(0),
      fail('NETWORK_EXCEPTION'),
    );
    const sender = senderOf(connect);
    await sender.send([record('a', 0), record('b', 1), record('c', 0)], soon());
    await sender.send([record('d', 0)], soon());
    await sender.send([record('e', 0)], soon());
    expect(sends.map(({ sequences }) => sequences)).toEqual([[0, 0], [2], [3], [0]]);
  });

  it('gives up at once on a record the broker refuses, and replaces the producer', async () => {
    const { connect, sends } = scripted(fail('MESSAGE_TOO_LARGE'));
    const sender = senderOf(connect);
    await expect(sender.send([record('a', 0)], soon())).rejects.toMatchObject({
      code: 'WEIR_BUS_REJECTED',
      transient: false,
    });
    await sender.send([record('b', 0)], soon());
    expect(sends.map(({ producer }) => producer)).toEqual([1, 2]);
  });

  it('says that the bus cannot be reached when the time is up', async () => {
    const { connect } = scripted(fail('NETWORK_EXCEPTION'), fail('NETWORK_EXCEPTION'));
    const sender = senderOf(connect);
    await expect(sender.send([record('a', 0)], Date.now())).rejects.toMatchObject({
      code: 'WEIR_BUS_UNAVAILABLE',
    });
  });

  it('waits for no answer beyond its time, and lets nothing of that send go out later', async () => {
    const never = new Promise<RecordMetadata[]>(() => {});
    const { connect, sends, contents } = scripted(() => never);
    const sender = senderOf(connect);
    await expect(sender.send([record('a', 0)], Date.now())).rejects.toMatchObject({
      code: 'WEIR_BUS_UNAVAILABLE',
    });
    await sender.send([record('b', 0)], soon());
    expect(sends.map(({ producer, values }) => [producer, values])).toEqual([
      [1, ['a']],
      [2, ['b']],
    ]);
    expect(contents.map(({ givenUp }) => givenUp?.aborted)).toEqual([true, false]);
  });

  it('sends what is refused as a batch in halves, and none of what was written again', async () => {
    const tooLarge = (batch: ProducerBatch) => {
      const all = shares(batch);
      const refused = all.filter(({ partition, records }) => partition === 0 && records > 2);
      if (refused.length === 0) return answerFor(...partitionsOf(batch));
      const written = all.filter((share) => !refused.includes(share));
      throw Object.assign(new Error('too large'), { type: 'MESSAGE_TOO_LARGE', refused, written });
    };
    const { connect, sends } = scripted(...Array.from({ length: 20 }, () => tooLarge));
    const sender = senderOf(connect);
    const records = [...'abcdefgh'].map((value) => record(value, 0));
    await sender.send([record('x', 1), ...records], soon());
    const sizes = sends.map(({ values }) => values.length);
    expect(sizes).toEqual([9, 4, 2, 2, 2, 2]);
    expect(sends.flatMap(({ values }) => values).filter((value) => value === 'x')).toHaveLength(1);
    expect(sends.slice(2).flatMap(({ values }) => values)).toEqual([...'abcdefgh']);
  });

  it('tells what was written where one record is refused even alone', async () => {
    const refuseC = (batch: ProducerBatch) => {
      if (!sent(batch).values.includes('c')) return answerFor(...partitionsOf(batch));
      throw Object.assign(new Error('too large'), { type: 'RECORD_LIST_TOO_LARGE' });
    };
    const { connect } = scripted(...Array.from({ length: 20 }, () => refuseC));
    const records = [...'abcd'].map((value) => record(value, 0));
    const written = new Set<Envelope>();
    const sending = senderOf(connect).send(records, soon(), written);
    await expect(sending).rejects.toMatchObject({ code: 'WEIR_BUS_REJECTED' });
    expect(records.map((each) => written.has(each))).toEqual([true, true, false, false]);
  });

  it('replaces the producer before its sequence numbers turn', async () => {
    const { connect, sends } = scripted();
    const sender = senderOf(connect, 3);
    for (const value of ['a', 'b', 'c', 'd']) await sender.send([record(value, 0)], soon());
    expect(sends.map(({ producer }) => producer)).toEqual([1, 1, 1, 2]);
  });

  it('keeps the partition of each record in every attempt', async () => {
    const partitions: unknown[] = [];
    const see = ({ topicMessages }: ProducerBatch) =>
      partitions.push(topicMessages?.flatMap(({ messages }) => messages.map(({ partition }) => partition)));
    const { connect } = scripted(
      (batch) => {
        see(batch);
        throw new Error('connection closed');
      },
      (batch) => {
        see(batch);
        return answerFor(0, 1);
      },
    );
    await senderOf(connect).send([record('a', 1), record('b', 0)], soon());
    expect(partitions).toEqual([
      [1, 0],
      [1, 0],
    ]);
  });
});
