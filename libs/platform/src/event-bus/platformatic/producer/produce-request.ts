import { createAPI, ProduceAcks, type Reader, Writer } from '@platformatic/kafka';

const API_KEY = 0;
/** Of Kafka 2.4; the last before answers have fields that the library cannot pass over. */
const VERSION = 9;
/** Milliseconds the leader waits for its in-sync replicas. */
const REPLICA_WAIT_MS = 15_000;

/** A finished batch for a partition; a request holds one for each. */
export interface BatchForPartition {
  readonly topic: string;
  readonly partition: number;
  readonly data: Buffer;
}

/** How a broker answered for one partition; 0 stands for success. */
export interface PartitionAnswer {
  readonly topic: string;
  readonly partition: number;
  readonly errorCode: number;
}

/** Sends batches as they are. The library's own request encodes messages, each through several objects. */
export const produceBatches = createAPI<
  [transactionalId: string | null, batches: readonly BatchForPartition[]],
  PartitionAnswer[]
>(API_KEY, VERSION, createRequest, parseAnswer);

function createRequest(transactionalId: string | null, batches: readonly BatchForPartition[]): Writer {
  return Writer.create()
    .appendString(transactionalId)
    .appendInt16(ProduceAcks.ALL)
    .appendInt32(REPLICA_WAIT_MS)
    .appendArray(byTopic(batches), (topics, [topic, partitions]) =>
      topics.appendString(topic).appendArray(partitions, (writer, { partition, data }) => {
        writer
          .appendInt32(partition)
          .appendUnsignedVarInt(data.length + 1)
          .append(data);
      }),
    )
    .appendTaggedFields();
}

function byTopic(batches: readonly BatchForPartition[]): [string, BatchForPartition[]][] {
  const topics = new Map<string, BatchForPartition[]>();
  for (const batch of batches) {
    const known = topics.get(batch.topic);
    if (known === undefined) topics.set(batch.topic, [batch]);
    else known.push(batch);
  }
  return [...topics];
}

function parseAnswer(
  _correlation: number,
  _key: number,
  _version: number,
  reader: Reader,
): PartitionAnswer[] {
  return reader
    .readArray((topics) => {
      const topic = topics.readString();
      return topics.readArray((partitions) => parsePartition(topic, partitions));
    })
    .flat();
}

function parsePartition(topic: string, reader: Reader): PartitionAnswer {
  const partition = reader.readInt32();
  const errorCode = reader.readInt16();
  // Base offset, time of appending, first offset of the log.
  reader.skip(24);
  reader.readArray((errors) => {
    errors.readInt32();
    errors.readNullableString();
  });
  reader.readNullableString();
  return { topic, partition, errorCode };
}
