import type { Parameters } from '../algorithm/algorithm.js';
import type { AlgorithmName } from '../model/fitted-model.js';

/** One configuration and how it did. */
export interface Candidate {
  readonly algorithm: AlgorithmName;
  readonly parameters: Parameters;
  /** Mean over the folds of the positive class's F1. */
  readonly meanF1: number;
  /** Over the folds, with n in the denominator, as scikit-learn's `std_test_score`. */
  readonly standardDeviation: number;
  readonly foldF1: readonly number[];
  /** Working time; what candidates share is counted in each. Halving: of all its rungs. */
  readonly seconds: number;
  /** Halving only: the last rung it was tried on, from 0. Its scores are that rung's. */
  readonly rung?: number;
}

/** The best mean F1; the earliest of equals. */
export function bestOf<T extends Candidate>(candidates: readonly T[]): T | undefined {
  let best: T | undefined;
  for (const candidate of candidates) if (!best || candidate.meanF1 > best.meanF1) best = candidate;
  return best;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Mean and spread of the folds' F1. */
export function summarise(
  foldF1: readonly number[],
): Pick<Candidate, 'meanF1' | 'standardDeviation' | 'foldF1'> {
  const meanF1 = mean(foldF1);
  return { meanF1, standardDeviation: Math.sqrt(mean(foldF1.map((value) => (value - meanF1) ** 2))), foldF1 };
}
