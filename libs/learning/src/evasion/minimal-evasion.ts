import { distinctRows } from '../dataset/distinct-rows.js';
import { type Matrix, selectRows } from '../dataset/matrix.js';
import type { TrainingData } from '../dataset/training-data.js';
import { incompleteShare, predictionCost } from '../inspection/prediction-cost.js';
import { finish, type Steps } from '../inspection/steps.js';
import type { FittedModel } from '../model/fitted-model.js';
import { mostProbable, predictProbabilities } from '../model/predict.js';
import { createRandom, shuffle } from '../random/random.js';
import { rowsWhere } from '../splits/splits.js';
import { type ColumnCandidates, candidateValues } from './candidate-values.js';
import { type Evasion, summariseEvasion } from './evasion.js';
import { type RowEvasion, type SearchLimits, searchRow } from './search-row.js';
import { type ScoredVariant, type Variant, VariantScorer } from './variant-scorer.js';

export interface EvasionOptions extends Partial<SearchLimits> {
  readonly positive: number;
  readonly seed: number;
  /** Rows sampled at most; 500 where absent. */
  readonly rows?: number;
  /** Values tried in a column at most; 24 where absent. */
  readonly mostValues?: number;
  /**
   * Steps of prediction (`predictionCost` a row) that the search may take, about: the sample shrinks to it, but not under
   * 40 rows. No bound where absent.
   */
  readonly budget?: number;
}

const DEFAULT_LIMITS: SearchLimits = { maxChanges: 6, mostPairs: 4096, beamWidth: 4 };
const FEWEST_ROWS = 40;
/** Rows whose single changes are scored in one pass. */
const ROWS_AT_ONCE = 16;

/** Rows of the positive class that the model calls positive. */
function eligibleRows(model: FittedModel, test: TrainingData, positive: number): Int32Array {
  const { matrix, labels, classes } = test;
  const probabilities = predictProbabilities(model, matrix);
  const predicted = mostProbable(probabilities, classes, new Int32Array(matrix.rows));
  return rowsWhere(matrix.rows, (row) => labels[row] === positive && predicted[row] === positive);
}

/** Every change of one column that the model can tell from the row as it is. */
function singleChanges(row: Float32Array, candidates: readonly ColumnCandidates[]): Variant[] {
  return candidates.flatMap(({ values, isSame }, column) =>
    Array.from(values)
      .filter((value) => !isSame(value, row[column]!))
      .map((value) => ({ row, changes: [{ column, value }] })),
  );
}

/** Rows that the budget allows, when each tries every single change and half of the pairs. */
function affordableRows(
  cost: number,
  candidates: readonly ColumnCandidates[],
  limits: SearchLimits,
  budget: number,
): number {
  const singles = candidates.reduce((sum, { values }) => sum + Math.max(0, values.length - 1), 0);
  const pairs = Math.min(limits.mostPairs, (singles * singles) / 2);
  return Math.max(FEWEST_ROWS, Math.floor(budget / (cost * (1 + singles + pairs / 2))));
}

function* searchRows(
  scorer: VariantScorer,
  rows: Matrix,
  candidates: readonly ColumnCandidates[],
  limits: SearchLimits,
): Steps<RowEvasion[]> {
  const found: RowEvasion[] = [];
  for (let start = 0; start < rows.rows; start += ROWS_AT_ONCE) {
    const variants: Variant[] = [];
    const ends: number[] = [];
    for (let row = start; row < Math.min(rows.rows, start + ROWS_AT_ONCE); row++) {
      const values = rows.values.subarray(row * rows.columns, (row + 1) * rows.columns);
      variants.push(...singleChanges(values, candidates));
      ends.push(variants.length);
    }
    const scored = scorer.score(variants);
    for (const [index, end] of ends.entries()) {
      const singles: ScoredVariant[] = scored.slice(ends[index - 1] ?? 0, end);
      const search = searchRow(scorer, singles, limits);
      let step = search.next();
      for (; !step.done; step = search.next()) yield { done: found.length, total: rows.rows };
      found.push(step.value);
    }
    yield { done: found.length, total: rows.rows };
  }
  return found;
}

/** {@link minimalEvasion}, giving way after each batch of variants. */
export function* evasionSteps(
  model: FittedModel,
  training: Matrix,
  test: TrainingData,
  options: EvasionOptions,
): Steps<Evasion> {
  const { positive, seed, rows = 500, mostValues = 24, budget = Number.POSITIVE_INFINITY } = options;
  const limits: SearchLimits = {
    maxChanges: options.maxChanges ?? DEFAULT_LIMITS.maxChanges,
    mostPairs: options.mostPairs ?? DEFAULT_LIMITS.mostPairs,
    beamWidth: options.beamWidth ?? DEFAULT_LIMITS.beamWidth,
  };
  const incomplete = incompleteShare(test.matrix);
  const haveGaps = incomplete > 0 || incompleteShare(training) > 0;
  const candidates = candidateValues(training, model, { most: mostValues, haveGaps });
  const eligible = eligibleRows(model, test, positive);
  const affordable = Math.min(
    rows,
    affordableRows(predictionCost(model, incomplete), candidates, limits, budget),
  );
  const sample = shuffle(eligible.slice(), createRandom(seed)).slice(0, affordable).sort();
  const sampled = selectRows(test.matrix, sample);
  // Equal rows have equal answers.
  const { first, ids } = distinctRows(sampled);
  const scorer = new VariantScorer(model, positive);
  const found = yield* searchRows(scorer, selectRows(sampled, first), candidates, limits);
  return summariseEvasion(
    Array.from(ids, (id) => found[id]!),
    {
      eligibleRows: eligible.length,
      columns: test.matrix.columns,
      maxChanges: limits.maxChanges,
      areValuesComplete: candidates.every(({ isComplete }) => isComplete),
    },
  );
}

/**
 * The fewest columns of a row that must change for the model to call it another class: over a sample of the `test` rows of
 * the positive class that it calls positive (raw probabilities, most probable class). A column may take any value seen in
 * `training`, whatever the attacker could really do; see `candidateValues` and `searchRow` for what is searched and when the
 * number is exact. Throws `LEARN_FEATURES_MISMATCH`.
 */
export function minimalEvasion(
  model: FittedModel,
  training: Matrix,
  test: TrainingData,
  options: EvasionOptions,
): Evasion {
  return finish(evasionSteps(model, training, test, options));
}
