import { type NumericColumnProfile, PROFILE_VERSION } from '../profile/column-profile.js';
import type { ColumnSketch } from './column-sketch.js';
import { valueAt } from './value-bins.js';

/** Weights by value. */
export type WeightedCounts = readonly (readonly [value: number, weight: number])[];

/**
 * Weights as whole rows of `scale` rows a unit of weight, ascending by value. Sums are rounded, not weights, so that no
 * share below a value is off by more than half a row.
 */
export function wholeRows(weights: WeightedCounts, scale: number): [number, number][] {
  let below = 0;
  let rowsBelow = 0;
  const rows: [number, number][] = [];
  for (const [value, weight] of [...weights].sort((a, b) => a[0] - b[0])) {
    below += weight * scale;
    const rounded = Math.round(below);
    if (rounded > rowsBelow) rows.push([value, rounded - rowsBelow]);
    rowsBelow = rounded;
  }
  return rows;
}

/**
 * A sketched column as the profile that comparisons take: of as many rows as the sample tells of, counted by bins of
 * `level`, which must not be finer than the sketch's own.
 */
export function profileOfSketch(
  column: string,
  sketch: ColumnSketch,
  { level, scale }: { readonly level: number; readonly scale: number },
): NumericColumnProfile {
  const coarse = sketch.copy();
  coarse.coarsenTo(level);
  const values = wholeRows(
    [...coarse.bins].map(([bin, weight]) => [valueAt(bin, level), weight]),
    scale,
  );
  const { weight, mean, squares, minimum, maximum } = sketch.moments;
  const rows = weight * scale;
  const has = weight > 0;
  const missing = Math.round(sketch.missing * scale);
  return {
    version: PROFILE_VERSION,
    kind: 'number',
    column,
    count: values.reduce((sum, [, count]) => sum + count, missing),
    missing,
    minimum: has ? minimum : null,
    maximum: has ? maximum : null,
    mean: has ? mean : null,
    variance: has ? ((squares / weight) * rows) / Math.max(1, rows - 1) : null,
    values,
    sample: [],
  };
}

/** Counts of a model's answers, by their number, as a profile of the same kind. */
export function profileOfCounts(
  column: string,
  counts: readonly number[],
  scale: number,
): NumericColumnProfile {
  const values = wholeRows(
    counts.map((weight, value) => [value, weight]),
    scale,
  );
  const count = values.reduce((sum, [, rows]) => sum + rows, 0);
  const head = { version: PROFILE_VERSION, kind: 'number', column, count, missing: 0 } as const;
  return { ...head, minimum: null, maximum: null, mean: null, variance: null, values, sample: [] };
}
