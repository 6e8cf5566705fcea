import type { Producer, ProducerBatch, RecordMetadata } from 'kafkajs';
import { describe, expect, it } from 'vitest';
import { type EncodedRecord, RecordSlab } from '../../records/encoding/record-slab.js';
import type { BatchMessage } from '../client/produce-request.js';
import { IdempotentSender } from './idempotent-sender.js';
import { envelope, type Place } from './send-planner.js';

type Answer = (batch: ProducerBatch) => RecordMetadata[];

const answerFor = (...partitions: number[]): RecordMetadata[] =>
  partitions.map((partition) => ({ topicName: 'urls', partition, errorCode: 0 }));

/** Producers that answer by script, one function a send; a new producer goes on where the last one was. */
function scripted(...answers: Answer[]) {
  const sends: { producer: number; values: string[]; sequences: number[] }[] = [];
  let producers = 0;
  const connect = async (): Promise<Producer> => {
    producers += 1;
    const producer = producers;
    const sendBatch = async (batch: ProducerBatch) => {
      sends.push({ producer, ...sent(batch) });
      return answers[sends.length - 1]?.(batch) ?? answerFor(...partitionsOf(batch));
    };
    return { sendBatch, disconnect: async () => {} } as unknown as Producer;
  };
  return { connect, sends };
}

const places: readonly Place[] = [0, 1].map((partition) => ({ topic: 'urls', partition }));
const slab = new RecordSlab();
const partitionsOf = ({ topicMessages = [] }: ProducerBatch) =>
  topicMessages.flatMap(({ messages }) => messages.map(({ partition }) => partition ?? 0));

const record = (value: string, partition: number) =>
  envelope(slab.encode({ topic: 'urls', key: null, value }), places[partition] as Place);

/** Values here are one byte long, and stand before the number of headers. */
const textOf = ({ bytes, end }: EncodedRecord) => bytes.toString('utf8', end - 2, end - 1);

function sent({ topicMessages = [] }: ProducerBatch) {
  const contents = topicMessages.flatMap(({ messages }) =>
    messages.map((each) => (each as BatchMessage).contents),
  );
  return {
    values: contents.flatMap(({ records }) => records.map(textOf)),
    sequences: contents.map(({ firstSequence }) => firstSequence),
  };
}

const fail =
  (type: string): Answer =>
  () => {
    throw Object.assign(new Error(type), { type });
  };

describe('IdempotentSender', () => {
  it('sends again what the answer leaves out, and only that: its partition moved, or is unknown to kafkajs', async () => {
    const { connect, sends } = scripted(() => answerFor(0));
    await new IdempotentSender({ connect, timeoutMs: 5_000 }).send([record('a', 0), record('b', 1)]);
    expect(sends).toEqual([
      { producer: 1, values: ['a', 'b'], sequences: [0, 0] },
      { producer: 2, values: ['b'], sequences: [0] },
    ]);
  });

  it.each(['OUT_OF_ORDER_SEQUENCE_NUMBER', 'UNKNOWN_PRODUCER_ID', 'INVALID_PRODUCER_EPOCH'])(
    'replaces the producer after %s and sends again',
    async (type) => {
      const { connect, sends } = scripted(fail(type));
      await new IdempotentSender({ connect, timeoutMs: 5_000 }).send([record('a', 0)]);
      expect(sends.map(({ producer }) => producer)).toEqual([1, 2]);
    },
  );

  it('numbers the records of each partition on, from 0 for each producer', async () => {
    const { connect, sends } = scripted(
      () => answerFor(0, 1),
      () => answerFor(0),
      fail('NETWORK_EXCEPTION'),
    );
    const sender = new IdempotentSender({ connect, timeoutMs: 5_000 });
    await sender.send([record('a', 0), record('b', 1), record('c', 0)]);
    await sender.send([record('d', 0)]);
    await sender.send([record('e', 0)]);
    expect(sends.map(({ sequences }) => sequences)).toEqual([[0, 0], [2], [3], [0]]);
  });

  it('gives up at once on a record the broker refuses, and replaces the producer', async () => {
    const { connect, sends } = scripted(fail('MESSAGE_TOO_LARGE'));
    const sender = new IdempotentSender({ connect, timeoutMs: 5_000 });
    await expect(sender.send([record('a', 0)])).rejects.toMatchObject({
      code: 'WEIR_BUS_REJECTED',
      transient: false,
    });
    await sender.send([record('b', 0)]);
    expect(sends.map(({ producer }) => producer)).toEqual([1, 2]);
  });

  it('says that the bus cannot be reached when the time is up', async () => {
    const { connect } = scripted(fail('NETWORK_EXCEPTION'), fail('NETWORK_EXCEPTION'));
    const sender = new IdempotentSender({ connect, timeoutMs: 50 });
    await expect(sender.send([record('a', 0)])).rejects.toMatchObject({ code: 'WEIR_BUS_UNAVAILABLE' });
  });

  it('replaces the producer before its sequence numbers turn', async () => {
    const { connect, sends } = scripted();
    const sender = new IdempotentSender({ connect, timeoutMs: 5_000, maxRecordsPerProducer: 3 });
    for (const value of ['a', 'b', 'c', 'd']) await sender.send([record(value, 0)]);
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
    await new IdempotentSender({ connect, timeoutMs: 5_000 }).send([record('a', 1), record('b', 0)]);
    expect(partitions).toEqual([
      [1, 0],
      [1, 0],
    ]);
  });
});
