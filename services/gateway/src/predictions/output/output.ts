import type { PredictedChunk } from '../predictor.js';

export const OUTPUT_TYPES = ['application/json', 'text/csv', 'text/html'] as const;
export type OutputType = (typeof OUTPUT_TYPES)[number];

export interface OutputTask {
  /** The schema's name. */
  readonly schema: string;
  /** The input's columns. */
  readonly columns: readonly string[];
  /** Which of them holds URLs; absent where none does. */
  readonly urlColumn?: number;
  readonly chunks: AsyncIterable<PredictedChunk>;
}

/** Writes predictions as text, piece by piece. */
export type OutputWriter = (task: OutputTask) => AsyncGenerator<string>;
