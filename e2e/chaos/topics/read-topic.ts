import { randomUUID } from 'node:crypto';
import type { Kafka, KafkaMessage } from 'kafkajs';
import type { Offsets } from './topic-ends.js';

const END_HEADER = 'weir-chaos-end';

export interface ReadRecord {
  readonly partition: number;
  readonly offset: bigint;
  readonly key: string;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, string>>;
}

export interface CommittedRecords {
  readonly records: readonly ReadRecord[];
  /** Partitions that could not be read to their end: a transaction is open there. */
  readonly stuck: readonly number[];
}

/**
 * All committed records of a topic from `begin` on. Marks the topic's present end with a record of its own in each
 * partition first, and reads up to these: an offset alone does not tell where the committed records end. Nobody may
 * publish meanwhile. Given up when nothing came for `stallMs`.
 */
export async function readToEnd(
  kafka: Kafka,
  topic: string,
  begin: Offsets,
  stallMs: number,
): Promise<CommittedRecords> {
  const token = randomUUID();
  await markEnd(kafka, topic, begin, token);
  const records: ReadRecord[] = [];
  const open = new Set(begin.keys());
  let sign = performance.now();
  await consume(kafka, topic, begin, {
    onMessage: (partition, message) => {
      sign = performance.now();
      const record = recordOf(partition, message);
      if (record.offset < (begin.get(partition) ?? 0n)) return;
      const end = record.headers[END_HEADER];
      if (end === undefined) records.push(record);
      else if (end === token) open.delete(partition);
    },
    isOver: () => open.size === 0 || performance.now() - sign > stallMs,
  });
  return { records, stuck: [...open] };
}

/** Records of a topic that carries no transactions, from `begin` up to `end`. */
export async function readBetween(
  kafka: Kafka,
  topic: string,
  begin: Offsets,
  end: Offsets,
): Promise<ReadRecord[]> {
  const records: ReadRecord[] = [];
  const open = new Set(
    [...end].filter(([partition, at]) => at > (begin.get(partition) ?? 0n)).map(([p]) => p),
  );
  await consume(kafka, topic, begin, {
    onMessage: (partition, message) => {
      const record = recordOf(partition, message);
      const last = (end.get(partition) ?? 0n) - 1n;
      if (record.offset >= (begin.get(partition) ?? 0n) && record.offset <= last) records.push(record);
      if (record.offset >= last) open.delete(partition);
    },
    isOver: () => open.size === 0,
  });
  return records;
}

async function markEnd(kafka: Kafka, topic: string, begin: Offsets, token: string): Promise<void> {
  const producer = kafka.producer({ allowAutoTopicCreation: false });
  await producer.connect();
  const messages = [...begin.keys()].map((partition) => ({
    partition,
    value: null,
    headers: { [END_HEADER]: token },
  }));
  await producer.send({ topic, acks: -1, messages });
  await producer.disconnect();
}

interface Reading {
  readonly onMessage: (partition: number, message: KafkaMessage) => void;
  readonly isOver: () => boolean;
}

async function consume(
  kafka: Kafka,
  topic: string,
  begin: Offsets,
  { onMessage, isOver }: Reading,
): Promise<void> {
  const groupId = `weir-chaos-${randomUUID()}`;
  const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: 200, readUncommitted: false });
  await consumer.connect();
  try {
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatch: async ({ batch, resolveOffset }) => {
        for (const message of batch.messages) onMessage(batch.partition, message);
        resolveOffset(batch.lastOffset());
      },
    });
    for (const [partition, offset] of begin) consumer.seek({ topic, partition, offset: String(offset) });
    while (!isOver()) await new Promise((resolve) => setTimeout(resolve, 50));
  } finally {
    await consumer.disconnect();
  }
}

function recordOf(partition: number, { key, value, offset, headers }: KafkaMessage): ReadRecord {
  return {
    partition,
    offset: BigInt(offset),
    key: key?.toString() ?? '',
    value,
    headers: Object.fromEntries(Object.entries(headers ?? {}).map(([name, text]) => [name, String(text)])),
  };
}
