import { gunzipSync } from 'node:zlib';
import { compressionOf, type RecordBatchView, readBatches } from '../records/record-batch-decoder.js';
import { type AbortedTransaction, judgeBatches } from '../records/visible-batches.js';

const GZIP = 1;
const CODECS = ['none', 'gzip', 'snappy', 'lz4', 'zstd'];

/** To kafkajs one message, with the last offset of its batch; `batch` is null where no record of it may be seen. */
export interface FetchedBatch {
  readonly offset: string;
  readonly batch: RecordBatchView | null;
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
    (): AbortedTransaction => ({ producerId: reader.int64(), firstOffset: reader.int64() }),
  );
  const preferredReadReplica = reader.int32();
  // Judged here already: kafkajs has nothing left to filter. A copy: a partition that waits must not hold the whole answer.
  return {
    ...head,
    abortedTransactions: [],
    preferredReadReplica,
    messages: messagesOf(Buffer.from(reader.bytes()), aborted),
  };
}

function messagesOf(set: Buffer, aborted: readonly AbortedTransaction[]): FetchedBatch[] {
  return judgeBatches(readBatches(set), aborted).map(({ batch, visible }) => ({
    offset: batch.lastOffset.toString(),
    batch: visible ? decompressed(batch) : null,
  }));
}

function decompressed(batch: RecordBatchView): RecordBatchView {
  const codec = compressionOf(batch);
  if (codec === 0) return batch;
  if (codec === GZIP) return { ...batch, records: gunzipSync(batch.records) };
  throw new Error(
    `a record is compressed with ${CODECS[codec] ?? codec}, which kafkajs does not read: use gzip or none at the producer, or WEIR_KAFKA_CLIENT=platformatic`,
  );
}

/** Reads the protocol's fixed-length fields. */
class Reader {
  #at = 0;

  constructor(private readonly payload: Buffer) {}

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
