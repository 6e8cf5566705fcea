import { LearningError } from '../errors.js';
import { finish, type Steps } from '../inspection/steps.js';
import { DualDescent } from './dual-descent.js';
import { quantised } from './quantise.js';
import { type TermDesign, termDesign } from './term-design.js';
import type { TermModel } from './term-model.js';
import { assertTermRows, type TermRows } from './term-rows.js';

export interface TermFitOptions {
  /** Of the order in which rows are visited. */
  readonly seed: number;
  /** Weight of each row's loss against the penalty, as C of scikit-learn's `LogisticRegression`; 8 where absent. */
  readonly cost?: number | undefined;
  /** How much each row counts; 1 where absent. */
  readonly weights?: Float64Array | undefined;
  /** The numbers of the rows to fit on; all where absent. */
  readonly rows?: Int32Array | undefined;
  /** Largest gradient left, in log-odds; 0.5 where absent. */
  readonly tolerance?: number | undefined;
}

/** Before the weights are put in bytes. */
export interface TermFit {
  readonly weights: Float32Array;
  readonly intercept: number;
  readonly epochs: number;
}

export const DEFAULT_COST = 8;
/** On URLs as good on unseen rows as a hundredth, for half the epochs; LIBLINEAR stops at 0.1. */
const DEFAULT_TOLERANCE = 0.5;
/** As LIBLINEAR. */
const MOST_EPOCHS = 1000;

function costsOf(rows: number, { cost = DEFAULT_COST, weights }: TermFitOptions): Float64Array {
  if (!(cost > 0 && cost < Number.POSITIVE_INFINITY))
    throw new LearningError('LEARN_PARAMETER_INVALID', `the cost of terms is ${cost}`);
  return Float64Array.from({ length: rows }, (_, row) => cost * (weights?.[row] ?? 1));
}

/** Fits; yields once an epoch. */
export function* termFitSteps(
  design: TermDesign,
  labels: Int32Array,
  options: TermFitOptions,
): Steps<TermFit> {
  const { seed, rows = labels.map((_, row) => row), tolerance = DEFAULT_TOLERANCE } = options;
  const costs = costsOf(labels.length, options);
  const signs = Int8Array.from(labels, (label) => (label === 1 ? 1 : -1));
  const descent = new DualDescent({ design, rows, signs, costs, seed });
  let epochs = 0;
  let gradient = Number.POSITIVE_INFINITY;
  while (gradient >= tolerance && epochs < MOST_EPOCHS) {
    gradient = descent.epoch();
    epochs++;
    yield { done: epochs, total: MOST_EPOCHS };
  }
  return { weights: descent.weights, intercept: descent.intercept, epochs };
}

/** As `fitTermModel`, on a design that was made before. */
export function* termModelSteps(
  design: TermDesign,
  labels: Int32Array,
  options: TermFitOptions,
): Steps<TermModel> {
  const { hashing, blocks, blockSize } = design.terms;
  const { weights, intercept } = yield* termFitSteps(design, labels, options);
  const cost = options.cost ?? DEFAULT_COST;
  return { hashing, blocks, blockSize, cost, intercept, ...quantised(weights, blocks.length) };
}

/**
 * Logistic regression over terms with an L2 penalty: scikit-learn's `LogisticRegression(solver='liblinear', C=cost)` on
 * the values described at `TermDesign`, the intercept penalised as there; weights then rounded to a byte each (see
 * `quantised`). `labels` are 1 or 0, one a row of `terms`. Where the rows hold one class only, the weights lean to it as
 * far as the penalty lets them. Throws `LEARN_TERMS_INVALID`, `LEARN_PARAMETER_INVALID`.
 */
export function fitTermModel(terms: TermRows, labels: Int32Array, options: TermFitOptions): TermModel {
  assertTermRows(terms, labels.length);
  return finish(termModelSteps(termDesign(terms), labels, options));
}
