import { LearningError } from '../errors.js';
import { assertEveryClass } from './class-coverage.js';
import { denseGroups } from './dense-groups.js';
import { type HoldOut, rowsWhere } from './splits.js';

/** Rows that came one after another. */
export interface TimedRows {
  /** When each row was seen, in any unit; rows of one time are never parted. */
  readonly times: Float64Array;
  readonly labels: Int32Array;
  readonly classes: number;
  /** Rows with the same number never stand on both sides. */
  readonly groups?: Int32Array | undefined;
}

/** Training rows, all of them before `from`, and test rows, none of them before it. */
export interface TimeHoldOut extends HoldOut {
  readonly from: number;
  /** Rows of the test's time that are left out of it, because rows of their group are trained on. */
  readonly dropped: Int32Array;
}

/** The times in order. Throws `LEARN_MATRIX_SHAPE`, `LEARN_TIME_INVALID`. */
function sortedTimes({ times, labels }: TimedRows): Float64Array {
  if (times.length !== labels.length)
    throw new LearningError('LEARN_MATRIX_SHAPE', `${times.length} times for ${labels.length} rows`);
  times.forEach((time, row) => {
    if (!Number.isFinite(time)) throw new LearningError('LEARN_TIME_INVALID', `row ${row}: ${time}`);
  });
  return times.slice().sort();
}

/** Trains before `from`, tests from then to before `until`. Throws `LEARN_TOO_FEW_ROWS`, `LEARN_MATRIX_SHAPE`. */
function holdOut(rows: TimedRows, from: number, until: number): TimeHoldOut {
  const { times, labels, classes } = rows;
  const { groups, groupCount } = denseGroups(rows.groups, times.length);
  const train = rowsWhere(times.length, (row) => times[row]! < from);
  const isTrainedOn = new Uint8Array(groupCount);
  for (const row of train) isTrainedOn[groups[row]!] = 1;
  const later = rowsWhere(times.length, (row) => times[row]! >= from && times[row]! < until);
  const test = later.filter((row) => isTrainedOn[groups[row]!] === 0);
  assertEveryClass(labels, classes, train, `the rows before ${from}`);
  assertEveryClass(labels, classes, test, `the test from ${from}`);
  return { train, test, from, dropped: later.filter((row) => isTrainedOn[groups[row]!] === 1) };
}

/** The first place of the border between two times that is nearest to `place`; undefined where there is none. */
function nearestBorder(sorted: Float64Array, place: number): number | undefined {
  let nearest: number | undefined;
  for (let border = 1; border < sorted.length; border++) {
    if (sorted[border] === sorted[border - 1]) continue;
    if (nearest === undefined || Math.abs(border - place) < Math.abs(nearest - place)) nearest = border;
  }
  return nearest;
}

/**
 * Hold-out by time, as a model meets it: trained on what was known before, tested on what came after. The test's share
 * is the nearest to `testShare` (above 0, below 1) that parts no rows of one time. A group seen on both sides stays in
 * training with its earlier rows only; its later ones are dropped, for they would test what was learnt by heart.
 * Throws `LEARN_PARAMETER_INVALID`, `LEARN_TIME_INVALID`, `LEARN_TOO_FEW_ROWS`, `LEARN_MATRIX_SHAPE`.
 */
export function timeSplit(rows: TimedRows, testShare: number): TimeHoldOut {
  if (!(testShare > 0 && testShare < 1))
    throw new LearningError('LEARN_PARAMETER_INVALID', `testShare is ${testShare}`);
  const sorted = sortedTimes(rows);
  const border = nearestBorder(sorted, sorted.length * (1 - testShare));
  if (border === undefined) throw new LearningError('LEARN_TOO_FEW_ROWS', 'all rows are of one time');
  return holdOut(rows, sorted[border]!, Number.POSITIVE_INFINITY);
}

/**
 * Expanding windows, earliest first: each fold tests a stretch of rows and trains on all before it. Borders lie where
 * scikit-learn's TimeSeriesSplit has them, moved back to the first row of the same time. Groups are kept as in
 * {@link timeSplit}, and rows before the first stretch are only trained on.
 * Throws `LEARN_PARAMETER_INVALID`, `LEARN_TIME_INVALID`, `LEARN_TOO_FEW_ROWS`, `LEARN_MATRIX_SHAPE`.
 */
export function timeSeriesFolds(rows: TimedRows, folds: number): TimeHoldOut[] {
  if (!Number.isSafeInteger(folds) || folds < 2)
    throw new LearningError('LEARN_PARAMETER_INVALID', `folds is ${folds}`);
  const sorted = sortedTimes(rows);
  const size = Math.floor(sorted.length / (folds + 1));
  if (size === 0) throw new LearningError('LEARN_TOO_FEW_ROWS', `${sorted.length} rows for ${folds} folds`);
  const first = sorted.length - folds * size;
  return Array.from({ length: folds }, (_, fold) => {
    const start = first + fold * size;
    return holdOut(rows, sorted[start]!, sorted[start + size] ?? Number.POSITIVE_INFINITY);
  });
}
