import { createRequire } from 'node:module';
import type { Message } from 'kafkajs';
import { BatchBuilder } from '../../records/encoding/batch-builder.js';
import type { EncodedRecord } from '../../records/encoding/record-slab.js';
import { BATCH, RECORD_OVERHEAD, stampBatch } from '../../records/record-batch.js';

const require = createRequire(import.meta.url);

interface Encoder {
  ensureAvailable(length: number): void;
  writeString(text: string | null): Encoder;
  writeInt16(value: number): Encoder;
  writeInt32(value: number): Encoder;
  writeBuffer(bytes: Buffer): Encoder;
}

/** For what stands before the batches: ids, and the topics' names. */
const HEAD_ROOM = 1_024;

const Encoder = require('kafkajs/src/protocol/encoder.js') as new (initialSize?: number) => Encoder;

export interface BatchContents {
  readonly records: readonly EncodedRecord[];
  /** Sequence number of the first record in its partition. */
  readonly firstSequence: number;
  /** Milliseconds since the epoch, of all records. */
  readonly timestamp: number;
  /** Aborted once nobody waits for the send: kafkajs goes on with its attempts, also after a disconnect. */
  readonly givenUp?: AbortSignal | undefined;
}

/** To kafkajs one message, to the broker all records of one send to one partition. */
export interface BatchMessage extends Message {
  readonly contents: BatchContents;
}

interface PartitionMessages {
  readonly partition: number;
  readonly messages: readonly (Message | BatchMessage)[];
}

/** What kafkajs makes a produce request of. */
export interface ProduceArguments {
  readonly acks: number;
  readonly timeout: number;
  readonly transactionalId?: string | null;
  readonly producerId?: number | bigint | string | { readonly value: bigint };
  readonly producerEpoch?: number;
  readonly topicData: readonly {
    readonly topic: string;
    readonly partitions: readonly PartitionMessages[];
  }[];
}

export function carriesBatches({ topicData }: ProduceArguments): boolean {
  const message = topicData[0]?.partitions[0]?.messages[0];
  return message !== undefined && 'contents' in message;
}

/** The request's body, as kafkajs's encoder. Versions 3 to 8. https://kafka.apache.org/protocol#The_Messages_Produce */
export function encodeProduce(options: ProduceArguments): Encoder {
  const { acks, timeout, transactionalId = null, topicData } = options;
  const topics = topicData.map(({ topic, partitions }) => ({
    topic,
    batches: partitions.map(({ partition, messages }) => ({ partition, bytes: batchOf(messages, options) })),
  }));
  const bytes = topics
    .flatMap(({ batches }) => batches)
    .reduce((sum, batch) => sum + batch.bytes.length + 16, 0);
  const encoder = new Encoder();
  encoder.ensureAvailable(bytes + HEAD_ROOM);
  encoder.writeString(transactionalId).writeInt16(acks).writeInt32(timeout).writeInt32(topics.length);
  for (const { topic, batches } of topics) {
    encoder.writeString(topic).writeInt32(batches.length);
    for (const batch of batches)
      encoder.writeInt32(batch.partition).writeInt32(batch.bytes.length).writeBuffer(batch.bytes);
  }
  return encoder;
}

function batchOf(messages: PartitionMessages['messages'], options: ProduceArguments): Buffer {
  const [message, second] = messages;
  if (message === undefined || second !== undefined || !('contents' in message))
    throw new Error('a send holds one batch for a partition');
  const { records, firstSequence, timestamp, givenUp } = message.contents;
  if (givenUp?.aborted === true)
    throw Object.assign(new Error('the send was given up'), { retriable: false });
  const builder = new BatchBuilder({
    baseTimestamp: timestamp,
    transactional: typeof options.transactionalId === 'string',
    room: roomFor(records),
  });
  for (const record of records) builder.add(record, timestamp, Number.POSITIVE_INFINITY);
  const batch = builder.finish();
  stampBatch(batch, {
    producerId: idOf(options.producerId),
    producerEpoch: options.producerEpoch ?? 0,
    baseSequence: firstSequence,
  });
  return batch;
}

function roomFor(records: readonly EncodedRecord[]): number {
  let room: number = BATCH.records;
  for (const { start, end } of records) room += end - start + RECORD_OVERHEAD;
  return room;
}

/** kafkajs passes producer ids as its own 64-bit class, as text or as -1. */
function idOf(id: ProduceArguments['producerId']): bigint {
  if (id === undefined) return -1n;
  return typeof id === 'object' ? id.value : BigInt(id);
}
