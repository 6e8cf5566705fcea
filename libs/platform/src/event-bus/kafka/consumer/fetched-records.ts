import type { EachBatchPayload } from 'kafkajs';
import type { EventRecord } from '../../event-bus.js';
import type { FetchedBatch } from '../client/fetch-response.js';
import { decodeRecords } from '../records/record-batch-decoder.js';

/** What one fetch brought of a partition. */
export interface FetchedRecords {
  /** From the position on; without those of control batches and aborted transactions. */
  readonly records: readonly EventRecord[];
  /** The position once all of them are handled: what is seen by nobody at the end is passed over too. */
  readonly next: bigint;
}

/** The records of a fetch from an offset on. `done` is where the lane stands, which kafkajs may not know yet. */
export function fetchedRecords({ batch }: EachBatchPayload, done: bigint | undefined): FetchedRecords {
  const { topic, partition } = batch;
  const asked = BigInt((batch as unknown as { readonly fetchedOffset: string }).fetchedOffset);
  const from = done !== undefined && done > asked ? done : asked;
  const batches = batch.messages as unknown as readonly FetchedBatch[];
  const records = batches.flatMap(({ batch: each }) =>
    each === null || each.lastOffset < from ? [] : decodeRecords(each, topic, partition, from),
  );
  const last = BigInt(batches.at(-1)?.offset ?? asked - 1n) + 1n;
  return { records, next: last > from ? last : from };
}

/** The records of the next batch: as many as the bounds let through, at least one. */
export function nextChunk(
  records: readonly EventRecord[],
  at: number,
  { most, mostBytes }: { readonly most: number; readonly mostBytes: number },
): readonly EventRecord[] {
  let end = at;
  let bytes = 0;
  while (end < records.length && end - at < most) {
    const { key, value } = records[end] as EventRecord;
    bytes += (key?.length ?? 0) + (value?.length ?? 0);
    if (bytes > mostBytes && end > at) break;
    end += 1;
  }
  return records.slice(at, end);
}
