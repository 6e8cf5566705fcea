import type { NumberProfile } from '../profile/column-profile.js';
import { type WeightedValues, weightedFromCounts, weightedFromSample } from '../tests/weighted-values.js';

/** Two distributions counted over the same bins. */
export interface Binned {
  readonly reference: number[];
  readonly current: number[];
}

/** Deciles: the customary number of bins of a population stability index. */
const QUANTILES = 10;

export function weightedOf(profile: NumberProfile): WeightedValues {
  return profile.values === null ? weightedFromSample(profile.sample) : weightedFromCounts(profile.values);
}

/** Counts by category over all categories of either side. */
export function binCategories<T>(
  reference: readonly (readonly [T, number])[],
  current: readonly (readonly [T, number])[],
): Binned {
  const before = new Map(reference);
  const after = new Map(current);
  const categories = [...new Set([...before.keys(), ...after.keys()])];
  return {
    reference: categories.map((category) => before.get(category) ?? 0),
    current: categories.map((category) => after.get(category) ?? 0),
  };
}

/**
 * Counts between the quantiles of the reference: bins that hold equally much of it, as far as ties allow. Of a constant
 * there are none: then what lies below, at and above it is counted.
 */
export function binQuantiles(reference: WeightedValues, current: WeightedValues): Binned {
  if (reference.values.length === 1) return binAround(reference, current);
  const edges = quantileEdges(reference);
  return { reference: countBelow(reference, edges), current: countBelow(current, edges) };
}

function binAround({ values, total }: WeightedValues, current: WeightedValues): Binned {
  const constant = values[0] as number;
  const counts = [0, 0, 0];
  for (const [index, value] of current.values.entries()) {
    const bin = 1 + Math.sign(value - constant);
    counts[bin] = (counts[bin] as number) + (current.counts[index] as number);
  }
  return { reference: [0, total, 0], current: counts };
}

/** Upper edges, inclusive, of all bins but the last. */
function quantileEdges({ values, counts, total }: WeightedValues): number[] {
  const edges: number[] = [];
  let below = 0;
  for (let index = 0; index < values.length - 1; index++) {
    below += counts[index] as number;
    const wanted = ((edges.length + 1) / QUANTILES) * total;
    if (below < wanted) continue;
    edges.push(values[index] as number);
    if (edges.length === QUANTILES - 1) break;
  }
  return edges;
}

function countBelow({ values, counts }: WeightedValues, edges: readonly number[]): number[] {
  const bins = new Array<number>(edges.length + 1).fill(0);
  let bin = 0;
  for (let index = 0; index < values.length; index++) {
    while (bin < edges.length && (values[index] as number) > (edges[bin] as number)) bin++;
    bins[bin] = (bins[bin] as number) + (counts[index] as number);
  }
  return bins;
}

/**
 * Categories too rare for a chi-squared test's approximation, taken together.
 * `fewest` is of both sides together.
 */
export function poolRare({ reference, current }: Binned, fewest: number): Binned {
  const pooled: Binned = { reference: [0], current: [0] };
  for (const [bin, before] of reference.entries()) {
    const after = current[bin] as number;
    if (before + after >= fewest) {
      pooled.reference.push(before);
      pooled.current.push(after);
    } else {
      pooled.reference[0] = (pooled.reference[0] as number) + before;
      pooled.current[0] = (pooled.current[0] as number) + after;
    }
  }
  return pooled;
}
