import type { EventBatch } from '@weir/platform';
import { parseUrl } from '@weir/url-features';
import { acceptRecords, type BatchReading, readSubmissions } from '../classification/batch-reading.js';

/** A batch read and parsed in one step. */
export function readBatch(batch: EventBatch): BatchReading {
  const reading = readSubmissions(batch);
  return acceptRecords(
    reading,
    reading.submitted.map(({ submission }) => parseUrl(submission.url)),
  );
}
