import { distinctRows } from '../dataset/distinct-rows.js';
import { type Matrix, selectRows } from '../dataset/matrix.js';
import type { TrainingData } from '../dataset/training-data.js';
import { LearningError } from '../errors.js';
import { incompleteShare, predictionCost } from '../inspection/prediction-cost.js';
import { finish, type Steps } from '../inspection/steps.js';
import type { FittedModel } from '../model/fitted-model.js';
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
   * What the search may take, about, in `predictionCost`s: the sample shrinks to it, but not under 40 rows; if that is
   * still too much, fewer values and pairs are tried. No bound where absent.
   */
  readonly budget?: number;
}

const DEFAULT_LIMITS: SearchLimits = { maxChanges: 6, mostPairs: 4096, beamWidth: 4 };
const FEWEST_ROWS = 40;
const FEWEST_PAIRS = 16;
/** Rows whose single changes are scored in one pass. */
const ROWS_AT_ONCE = 16;

function assertColumns(model: FittedModel, ...matrices: readonly Matrix[]): void {
  for (const { columns } of matrices) {
    if (columns !== model.features) {
      throw new LearningError(
        'LEARN_FEATURES_MISMATCH',
        `${columns} columns, the model reads ${model.features}`,
      );
    }
  }
}

/** Rows of the positive class that the model calls positive, in rising order. */
function* eligibleRows(scorer: VariantScorer, test: TrainingData, positive: number): Steps<Int32Array> {
  const { matrix, labels } = test;
  const own = rowsWhere(matrix.rows, (row) => labels[row] === positive);
  const variants = Array.from(own, (row): Variant => ({ row: rowAt(matrix, row), changes: [] }));
  const scored = yield* scorer.score(variants);
  return own.filter((_, index) => !scored[index]!.isFlipped);
}

function rowAt({ columns, values }: Matrix, row: number): Float32Array {
  return values.subarray(row * columns, (row + 1) * columns);
}

/** Every change of one column that the model can tell from the row as it is. */
function singleChanges(row: Float32Array, candidates: readonly ColumnCandidates[]): Variant[] {
  return candidates.flatMap(({ values, isSame }, column) =>
    Array.from(values)
      .filter((value) => !isSame(value, row[column]!))
      .map((value) => ({ row, changes: [{ column, value }] })),
  );
}

/** How much of the search the budget allows where it has no more than the fewest rows. */
function affordableSearch(
  { mostValues, mostPairs }: { mostValues: number; mostPairs: number },
  columns: number,
  rowCosts: number,
): { mostValues: number; mostPairs: number } {
  const variants = rowCosts / FEWEST_ROWS;
  return {
    mostValues: Math.max(2, Math.min(mostValues, Math.floor(variants / 2 / columns))),
    mostPairs: Math.max(FEWEST_PAIRS, Math.min(mostPairs, Math.floor(variants / 2))),
  };
}

/** Rows that the budget allows, when each tries every single change and half of the pairs. */
function affordableRows(
  candidates: readonly ColumnCandidates[],
  mostPairs: number,
  rowCosts: number,
): number {
  const singles = candidates.reduce((sum, { values }) => sum + Math.max(0, values.length - 1), 0);
  const pairs = Math.min(mostPairs, (singles * singles) / 2);
  return Math.max(FEWEST_ROWS, Math.floor(rowCosts / (1 + singles + pairs / 2)));
}

/** The work on some rows, told in rows. */
function* paced<T>(steps: Steps<T>, done: number, total: number): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield { done, total };
  }
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
      variants.push(...singleChanges(rowAt(rows, row), candidates));
      ends.push(variants.length);
    }
    const scored = yield* paced(scorer.score(variants), found.length, rows.rows);
    for (const [index, end] of ends.entries()) {
      const singles: ScoredVariant[] = scored.slice(ends[index - 1] ?? 0, end);
      found.push(yield* paced(searchRow(scorer, singles, limits), found.length, rows.rows));
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
  const { positive, seed, rows = 500, budget = Number.POSITIVE_INFINITY } = options;
  assertColumns(model, training, test.matrix);
  const { columns } = test.matrix;
  const incomplete = incompleteShare(test.matrix);
  const cost = predictionCost(model, incomplete);
  const { mostValues, mostPairs } = affordableSearch(
    { mostValues: options.mostValues ?? 24, mostPairs: options.mostPairs ?? DEFAULT_LIMITS.mostPairs },
    columns,
    budget / cost,
  );
  const limits: SearchLimits = {
    maxChanges: options.maxChanges ?? DEFAULT_LIMITS.maxChanges,
    beamWidth: options.beamWidth ?? DEFAULT_LIMITS.beamWidth,
    mostPairs,
  };
  const haveGaps = incomplete > 0 || incompleteShare(training) > 0;
  const candidates = candidateValues(training, model, { most: mostValues, haveGaps });
  const scorer = new VariantScorer(model, positive, cost);
  const eligible = yield* paced(eligibleRows(scorer, test, positive), 0, 1);
  const affordable = Math.min(rows, affordableRows(candidates, mostPairs, budget / cost));
  const sample = shuffle(eligible.slice(), createRandom(seed)).slice(0, affordable).sort();
  const sampled = selectRows(test.matrix, sample);
  // Equal rows have equal answers.
  const { first, ids } = distinctRows(sampled);
  const found = yield* searchRows(scorer, selectRows(sampled, first), candidates, limits);
  return summariseEvasion(
    Array.from(ids, (id) => found[id]!),
    {
      eligibleRows: eligible.length,
      columns,
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
