import type { AbortedTransaction } from '../../records/decoding/aborted-transactions.js';
import { endOfSet } from '../../records/decoding/fetched-records.js';

/** To kafkajs one message, with the last offset that it brings: what a fetch brought of a partition, as it came. */
export interface FetchedSet {
  readonly offset: string;
  /** Record batches, the last one maybe cut. */
  readonly data: Buffer;
  readonly aborted: readonly AbortedTransaction[];
}

/** A fetch's answer, version 11, as kafkajs reads it. https://kafka.apache.org/protocol#The_Messages_Fetch */
export async function decodeFetch(payload: Buffer): Promise<object> {
  const reader = new Reader(payload);
  const clientSideThrottleTime = reader.int32();
  const errorCode = reader.int16();
  const sessionId = reader.int32();
  const responses = reader.array(() => ({
    topicName: reader.text(),
    partitions: reader.array(() => readPartition(reader)),
  }));
  return { throttleTime: 0, clientSideThrottleTime, errorCode, sessionId, responses };
}

function readPartition(reader: Reader): object {
  const head = {
    partition: reader.int32(),
    errorCode: reader.int16(),
    highWatermark: reader.int64().toString(),
    lastStableOffset: reader.int64().toString(),
    lastStartOffset: reader.int64().toString(),
  };
  const aborted = reader.array(
    (): AbortedTransaction => ({
      producerId: reader.int64(),
      firstOffset: Number(reader.int64()),
    }),
  );
  const preferredReadReplica = reader.int32();
  const messages = messagesOf(reader.bytes(), reader.length, aborted);
  // kafkajs has nothing to filter: what it takes for a message may hold records of many producers.
  return { ...head, abortedTransactions: [], preferredReadReplica, messages };
}

function messagesOf(
  bytes: Buffer,
  answerBytes: number,
  aborted: readonly AbortedTransaction[],
): readonly FetchedSet[] {
  const end = endOfSet(bytes);
  if (end === undefined) return [];
  // A partition that waits must not hold the memory of all that came with it.
  const data = bytes.length * 2 > answerBytes ? bytes : Buffer.from(bytes);
  return [{ offset: String(end - 1), data, aborted }];
}

/** Reads the protocol's fixed-length fields. */
class Reader {
  #at = 0;

  constructor(private readonly payload: Buffer) {}

  get length(): number {
    return this.payload.length;
  }

  int16(): number {
    this.#at += 2;
    return this.payload.readInt16BE(this.#at - 2);
  }

  int32(): number {
    this.#at += 4;
    return this.payload.readInt32BE(this.#at - 4);
  }

  int64(): bigint {
    this.#at += 8;
    return this.payload.readBigInt64BE(this.#at - 8);
  }

  text(): string {
    const length = this.int16();
    this.#at += length;
    return this.payload.toString('utf8', this.#at - length, this.#at);
  }

  bytes(): Buffer {
    const length = Math.max(0, this.int32());
    this.#at += length;
    return this.payload.subarray(this.#at - length, this.#at);
  }

  array<T>(read: () => T): T[] {
    const length = Math.max(0, this.int32());
    return Array.from({ length }, read);
  }
}
