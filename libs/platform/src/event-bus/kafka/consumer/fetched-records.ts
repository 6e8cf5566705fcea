import type { EachBatchPayload } from 'kafkajs';
import { FetchedRecords } from '../../records/decoding/fetched-records.js';
import type { FetchedSet } from '../client/fetch-response.js';

const NOTHING = Buffer.alloc(0);

/** What one fetch brought of a partition. `done` is where the lane stands, which kafkajs may not know yet. */
export function fetchedRecords({ batch }: EachBatchPayload, done: number | undefined): FetchedRecords {
  const { topic, partition, highWatermark } = batch;
  const asked = Number((batch as unknown as { readonly fetchedOffset: string }).fetchedOffset);
  const [set] = batch.messages as unknown as readonly FetchedSet[];
  return new FetchedRecords(
    { topic, partition },
    set?.data ?? NOTHING,
    Math.max(asked, done ?? asked),
    set?.aborted ?? [],
    BigInt(highWatermark),
  );
}
