import type { ColumnSketch } from './column-sketch.js';
import type { StreamSketch } from './stream-sketch.js';
import { valueAt } from './value-bins.js';

/** Values from `from` to `to`, both inclusive, and the share of each side's rows that has one of them. */
export type HistogramBin = readonly [from: number, to: number, reference: number, current: number];

/** One column on both sides, over the same bins; all shares of a side and its missing rows make 1. */
export interface ColumnHistogram {
  readonly column: string;
  /** Ascending. */
  readonly bins: readonly HistogramBin[];
  /** Shares of rows without a value. */
  readonly missing: { readonly reference: number; readonly current: number };
}

/** Bins about, where a column has more values. */
const WANTED_BINS = 20;
const DIGITS = 5;

/**
 * What to draw of each column that both sides have, in the reference's order: every value where they are few, else bins
 * that hold about equally much of both sides together, so that long tails do not hide what moved.
 */
export function columnHistograms(reference: StreamSketch, current: StreamSketch): ColumnHistogram[] {
  const after = new Map(current.columns.map((name, at) => [name, current.sketches[at]]));
  return reference.columns.flatMap((column, at) => {
    const [first, second] = [reference.sketches[at], after.get(column)];
    return first === undefined || second === undefined ? [] : [histogramOf(column, first, second)];
  });
}

function histogramOf(column: string, first: ColumnSketch, second: ColumnSketch): ColumnHistogram {
  const level = Math.max(first.level, second.level);
  const [ofReference, ofCurrent] = [sharesOf(first, level), sharesOf(second, level)];
  const values = [...new Set([...ofReference.bins.keys(), ...ofCurrent.bins.keys()])].sort((a, b) => a - b);
  const single = values.map(
    (value): HistogramBin => [value, value, ofReference.bins.get(value) ?? 0, ofCurrent.bins.get(value) ?? 0],
  );
  const bins = values.length <= WANTED_BINS ? single : joined(single);
  return {
    column,
    bins: bins.map(([from, to, before, after]) => [from, to, short(before), short(after)] as const),
    missing: { reference: short(ofReference.missing), current: short(ofCurrent.missing) },
  };
}

interface Shares {
  readonly bins: ReadonlyMap<number, number>;
  readonly missing: number;
}

function sharesOf(sketch: ColumnSketch, level: number): Shares {
  const coarse = sketch.copy();
  coarse.coarsenTo(level);
  const rows = sketch.moments.weight + sketch.missing;
  const share = (weight: number) => (rows === 0 ? 0 : weight / rows);
  const bins = [...coarse.bins].map(
    ([bin, weight]) => [Number(valueAt(bin, level).toPrecision(DIGITS)), share(weight)] as const,
  );
  return { bins: new Map(bins), missing: share(sketch.missing) };
}

/** Neighbours together until both sides have a twentieth of their rows in each, on average. */
function joined(single: readonly HistogramBin[]): HistogramBin[] {
  const bins: HistogramBin[] = [];
  let open: HistogramBin | undefined;
  for (const [from, to, reference, current] of single) {
    open =
      open === undefined
        ? [from, to, reference, current]
        : [open[0], to, open[2] + reference, open[3] + current];
    if ((open[2] + open[3]) / 2 < 1 / WANTED_BINS) continue;
    bins.push(open);
    open = undefined;
  }
  if (open !== undefined) bins.push(open);
  return bins;
}

function short(share: number): number {
  return Number(share.toPrecision(DIGITS));
}
