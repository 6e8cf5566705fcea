import { LearningError } from '../errors.js';
import { assignGroups } from './assign-groups.js';
import { assertEveryClass } from './class-coverage.js';
import { denseGroups } from './dense-groups.js';

export interface SplitOptions {
  readonly seed: number;
  /** Rows with the same number never stand on both sides. */
  readonly groups?: Int32Array | undefined;
}

/** Row numbers of the two sides, increasing. */
export interface HoldOut {
  readonly train: Int32Array;
  readonly test: Int32Array;
}

/** Throws `LEARN_TOO_FEW_ROWS` unless each class that occurs stands in `parts` groups or more. */
function assertEnough(labels: Int32Array, classes: number, groups: Int32Array, parts: number): void {
  const seen = Array.from({ length: classes }, () => new Set<number>());
  labels.forEach((label, row) => {
    seen[label]!.add(groups[row]!);
  });
  seen.forEach((each, label) => {
    if (each.size > 0 && each.size < parts) {
      throw new LearningError('LEARN_TOO_FEW_ROWS', `class ${label} has ${each.size} for ${parts} parts`);
    }
  });
}

function assign(
  labels: Int32Array,
  classes: number,
  shares: readonly number[],
  options: SplitOptions,
): Int32Array {
  const dense = denseGroups(options.groups, labels.length);
  assertEnough(labels, classes, dense.groups, shares.length);
  const partOf = assignGroups({ labels, classes, ...dense, shares, seed: options.seed });
  shares.forEach((_, part) => {
    const rows = rowsWhere(labels.length, (row) => partOf[row] === part);
    assertEveryClass(labels, classes, rows, `part ${part} of ${shares.length}`);
  });
  return partOf;
}

/** Numbers of the rows for which `test` holds. */
export function rowsWhere(rows: number, test: (row: number) => boolean): Int32Array {
  const found: number[] = [];
  for (let row = 0; row < rows; row++) if (test(row)) found.push(row);
  return Int32Array.from(found);
}

/**
 * Stratified hold-out: each class keeps its share on both sides; with `groups`, no group stands on both.
 * `testShare` is above 0 and below 1. Throws `LEARN_PARAMETER_INVALID`, `LEARN_TOO_FEW_ROWS`, `LEARN_MATRIX_SHAPE`.
 */
export function stratifiedSplit(
  labels: Int32Array,
  classes: number,
  testShare: number,
  options: SplitOptions,
): HoldOut {
  if (!(testShare > 0 && testShare < 1))
    throw new LearningError('LEARN_PARAMETER_INVALID', `testShare is ${testShare}`);
  const partOf = assign(labels, classes, [1 - testShare, testShare], options);
  return {
    train: rowsWhere(labels.length, (row) => partOf[row] === 0),
    test: rowsWhere(labels.length, (row) => partOf[row] === 1),
  };
}

/**
 * Stratified k-fold: the fold (0 to `folds - 1`) in which each row is validated; with `groups`, no group is cut.
 * Throws `LEARN_PARAMETER_INVALID`, `LEARN_TOO_FEW_ROWS`, `LEARN_MATRIX_SHAPE`.
 */
export function stratifiedFolds(
  labels: Int32Array,
  classes: number,
  folds: number,
  options: SplitOptions,
): Int32Array {
  if (!Number.isSafeInteger(folds) || folds < 2)
    throw new LearningError('LEARN_PARAMETER_INVALID', `folds is ${folds}`);
  return assign(labels, classes, new Array<number>(folds).fill(1 / folds), options);
}
