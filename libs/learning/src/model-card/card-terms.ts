import type { ModelArtifact } from '../artifact/model-artifact.js';

/** The linear model over terms that makes some of the columns. */
export interface CardTerms {
  /** Names of those columns. */
  readonly columns: readonly string[];
  readonly hashing: string;
  /** Weights of each column. */
  readonly weights: number;
  /** How many of them are not 0, over all columns. */
  readonly used: number;
  readonly cost: number;
}

export function cardTerms({ terms }: ModelArtifact): CardTerms | null {
  if (!terms) return null;
  const { blocks: columns, hashing, blockSize: weights, cost } = terms;
  let used = 0;
  for (const weight of terms.weights) if (weight !== 0) used++;
  return { columns, hashing, weights, used, cost };
}
