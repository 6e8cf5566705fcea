import type { AlgorithmName, FittedModel } from '../model/fitted-model.js';
import type { TrainingView } from './training-view.js';

/** A configuration: names in scikit-learn's meaning, in camel case (`C`, `criterion`, `nEstimators`, `maxDepth`…). */
export type Parameters = Readonly<Record<string, string | number>>;

/** Values to try for each parameter; a single value fixes it. */
export type ParameterGrid = Readonly<Record<string, readonly (string | number)[]>>;

/**
 * A piece of cross-validation that one worker does in one go. Units of one `series` build on each other in order
 * (a forest's trees, a few at a time); some of them complete candidates.
 */
export interface ScoringUnit {
  readonly series: number;
  readonly parameters: Parameters;
  /** For ensembles: the trees `from` up to but without `to`. */
  readonly from: number;
  readonly to: number;
  /** Indexes of the candidates whose scores are known once this unit is done. */
  readonly completes: readonly number[];
  /** Parameters of each of them, where one fit answers several (see `pathUnit`). */
  readonly candidates?: readonly Parameters[];
  /** How often `score` yields, for progress; `to - from` where absent. */
  readonly steps?: number;
}

/** A piece of fitting that one worker does in one go. */
export interface FittingUnit {
  readonly parameters: Parameters;
  readonly from: number;
  readonly to: number;
  /** How often `fit` yields, for progress; `to - from` where absent. */
  readonly steps?: number;
}

/**
 * What the search needs of a learner. All work is cut to units whose borders depend on the parameters only, so that
 * results are the same bytes whatever the number of workers.
 *
 * Generators yield once a step (a tree, an iteration): there they may be stopped, and progress is counted. A step
 * should take well under a second. `threads` (1 where absent) is how many threads a unit may keep busy, its own
 * included; results must not depend on it.
 */
export interface Algorithm {
  readonly name: AlgorithmName;
  readonly defaultGrid: ParameterGrid;
  /** Throws `LEARN_PARAMETER_INVALID`. */
  validate(parameters: Parameters): void;
  planScoring(candidates: readonly Parameters[]): ScoringUnit[];
  /** What this unit adds, for the view's validation rows × classes; one array for each array `assemble` wants. */
  score(view: TrainingView, unit: ScoringUnit, threads?: number): Generator<undefined, Float64Array[]>;
  /**
   * Probabilities of each candidate the unit completes, from what it added and the sums of its series so far
   * (changed in place).
   */
  assemble(unit: ScoringUnit, added: readonly Float64Array[], series: Float64Array): Float64Array[];
  planFitting(parameters: Parameters): FittingUnit[];
  fit(view: TrainingView, unit: FittingUnit, threads?: number): Generator<undefined, FittedModel>;
  /** The whole model from its units' parts, in order. */
  join(parts: readonly FittedModel[]): FittedModel;
}
