import { type BatchInput, rowCount } from '../input/batch-input.js';
import type { Schema } from '../input/schemas.js';
import type { BatchResult } from '../rows/batch-row.js';
import { scoreByJob } from './score-by-job.js';
import { scoreFeatures } from './score-features.js';
import { scoreUrls } from './score-urls.js';
import type { ScoringOptions } from './scoring.js';

/** Beyond that a job does it. */
export const MOST_AT_ONCE = 20_000;

/** Scores a file the quickest way there is for its size. */
export async function score(
  input: BatchInput,
  schemas: readonly Schema[],
  options: ScoringOptions,
): Promise<BatchResult> {
  if (rowCount(input) <= MOST_AT_ONCE) {
    return input.kind === 'urls' ? scoreUrls(input, options) : scoreFeatures(input, options);
  }
  if (input.kind === 'features') return scoreByJob(input, input.schema.name, 'url', options);
  const byUrl = schemas.find(({ input: { kind } }) => kind === 'url');
  try {
    return await scoreByJob(input, byUrl?.name ?? 'url', byUrl?.input.column ?? 'url', options);
  } catch (error) {
    // A job takes all rows or none; of a long list of URLs, one that is none must not cost the others their verdicts.
    if (options.signal.aborted) throw error;
    return scoreUrls(input, options);
  }
}
