import type { Preprocessing } from '../preprocessing/preprocessing.js';

/** How neighbours count: each the same, or by 1 / distance. */
export type NeighbourWeights = 'uniform' | 'distance';

/** k nearest neighbours: the training rows themselves. */
export interface KnnModel extends Preprocessing {
  readonly algorithm: 'knn';
  /** Columns a row must have. */
  readonly features: number;
  readonly classes: number;
  /** Neighbours, counted by weight. */
  readonly k: number;
  readonly neighbourWeights: NeighbourWeights;
  /** Reference rows × features, imputed and scaled. */
  readonly rows: Float32Array;
  /** Class of each reference row. */
  readonly labels: Int32Array;
  /** Weight of each: 2 is two neighbours. */
  readonly weights: Float64Array;
}
