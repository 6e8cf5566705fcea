import type { PredictedBatch } from '../predictor.js';

export const OUTPUT_TYPES = ['application/json', 'text/csv', 'text/html'] as const;
export type OutputType = (typeof OUTPUT_TYPES)[number];

export interface AnswerTask {
  /** The schema's name. */
  readonly schema: string;
  /** The input's columns. */
  readonly columns: readonly string[];
  /** Which of them holds URLs; absent where none does. */
  readonly urlColumn?: number;
  /** A page's columns as `/predict` has them: the input's, then `predicted_column`. */
  readonly isClassic?: boolean;
}

/** Writes predictions, piece by piece: the beginning, each batch, the end. */
export interface AnswerWriter {
  begin(): string;
  batch(batch: PredictedBatch): string | Buffer;
  end(): string;
}
