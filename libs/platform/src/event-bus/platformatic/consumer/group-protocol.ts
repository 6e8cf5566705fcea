import { Reader, Writer } from '@platformatic/kafka';

/** Partitions by topic. */
export type Assignment = Readonly<Record<string, readonly number[]>>;

/** The same as in the adapter over kafkajs, so that members of both can share a group. */
export const ASSIGNER = 'weir-subscribed-sticky';
export const PROTOCOL_TYPE = 'consumer';
const VERSION = 0;

export interface MemberSubscription {
  readonly topics: readonly string[];
  /** What the member held when it joined, by its own account. */
  readonly held: Assignment;
}

/** `ConsumerProtocolSubscription` of Kafka's protocol; what is held goes into the user data, as JSON. */
export function encodeSubscription({ topics, held }: MemberSubscription): Buffer {
  return Writer.create()
    .appendInt16(VERSION)
    .appendArray([...topics], (writer, topic) => writer.appendString(topic, false), false, false)
    .appendBytes(Buffer.from(JSON.stringify(held)), false).buffer;
}

export function decodeSubscription(data: Buffer | null): MemberSubscription {
  if (data === null || data.length === 0) return { topics: [], held: {} };
  const reader = Reader.from(data);
  reader.skip(2);
  const topics = reader.readArray((each) => each.readString(false), false, false);
  return { topics, held: heldBy(reader.readNullableBytes(false)) };
}

function heldBy(userData: Buffer | null): Assignment {
  try {
    return JSON.parse(String(userData ?? '{}')) as Assignment;
  } catch {
    return {};
  }
}

/** `ConsumerProtocolAssignment` of Kafka's protocol. */
export function encodeAssignment(assignment: Assignment): Buffer {
  return Writer.create()
    .appendInt16(VERSION)
    .appendArray(
      Object.entries(assignment),
      (writer, [topic, partitions]) =>
        writer
          .appendString(topic, false)
          .appendArray([...partitions], (each, partition) => each.appendInt32(partition), false, false),
      false,
      false,
    )
    .appendInt32(0).buffer;
}

export function decodeAssignment(data: Buffer): Assignment {
  if (data.length < 6) return {};
  const reader = Reader.from(data);
  reader.skip(2);
  return Object.fromEntries(
    reader.readArray(
      (topics) => [topics.readString(false), topics.readArray((each) => each.readInt32(), false, false)],
      false,
      false,
    ) as [string, number[]][],
  );
}
