import type { AlgorithmName } from '../model/fitted-model.js';
import type { ParameterSpace } from './parameter-space.js';

/** Every combination of the grids' values. */
export interface GridStrategy {
  readonly kind: 'grid';
}

/** Combinations drawn at random, with the search's seed. */
export interface RandomStrategy {
  readonly kind: 'random';
  /** How many to draw for each algorithm; all there are where its space has fewer. */
  readonly candidates: number;
  /** Where to draw from; an algorithm without an entry draws from its grid. */
  readonly spaces?: Partial<Record<AlgorithmName, ParameterSpace>>;
}

/**
 * Successive halving (Jamieson and Talwalkar 2016; scikit-learn's HalvingGridSearchCV): all candidates on few
 * resources, the best third on three times as many, and so on. Unlike scikit-learn's, the last rung always has all
 * the resources, so that its scores are those of a full search.
 */
export interface HalvingStrategy {
  readonly kind: 'halving';
  /** One candidate in so many goes on, to so many times the resources; above 1, and 3 where absent. */
  readonly factor?: number;
  /**
   * What the rungs differ in: rows (a sample of each fold, by class and group; where absent), or trees, which the
   * grids then leave out.
   */
  readonly resource?: 'rows' | 'nEstimators';
  /** Least of the first rung. Where absent: of rows, 2 × folds × classes; of trees, 1. */
  readonly minResources?: number;
  /** Of the last rung: needed for trees, and all rows otherwise. */
  readonly maxResources?: number;
  /** Candidates to begin with: the grids' where absent. */
  readonly from?: GridStrategy | RandomStrategy;
}

/** How candidates are found and compared. */
export type SearchStrategy = GridStrategy | RandomStrategy | HalvingStrategy;
