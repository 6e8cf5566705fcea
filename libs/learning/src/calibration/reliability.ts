import { LearningError } from '../errors.js';
import { quantileOfSorted } from '../metrics/bootstrap.js';

/** Rows of similar probability, and how many of them were of the class. */
export interface ReliabilityBin {
  /** Mean probability given. */
  readonly predicted: number;
  /** Share of rows of the class. */
  readonly observed: number;
  readonly rows: number;
}

export interface ReliabilityOptions {
  /** 10 where absent. */
  readonly bins?: number;
  /** Bins of equal width (where absent), or of about as many rows. */
  readonly strategy?: 'uniform' | 'quantile';
}

function innerEdges(probabilities: ArrayLike<number>, bins: number, isQuantile: boolean): Float64Array {
  const sorted = isQuantile ? Float64Array.from(probabilities).sort() : undefined;
  return Float64Array.from({ length: bins - 1 }, (_, index) => {
    const share = (index + 1) / bins;
    return sorted ? quantileOfSorted(sorted, share) : share;
  });
}

/** Number of edges below the value: a value on an edge is in the bin under it. */
function binOf(edges: Float64Array, value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (edges[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * How often what was called `p` came true: from the lowest bin to the highest, empty ones left out
 * (scikit-learn's `calibration_curve`). Throws `LEARN_PARAMETER_INVALID` unless `bins` is 1 or more.
 */
export function reliabilityCurve(
  labels: Int32Array,
  probabilities: ArrayLike<number>,
  positive: number,
  { bins = 10, strategy = 'uniform' }: ReliabilityOptions = {},
): ReliabilityBin[] {
  if (!Number.isSafeInteger(bins) || bins < 1)
    throw new LearningError('LEARN_PARAMETER_INVALID', `bins is ${bins}`);
  const edges = innerEdges(probabilities, bins, strategy === 'quantile');
  const sums = Array.from({ length: bins }, () => ({ predicted: 0, observed: 0, rows: 0 }));
  labels.forEach((label, row) => {
    const bin = sums[binOf(edges, probabilities[row]!)]!;
    bin.predicted += probabilities[row]!;
    if (label === positive) bin.observed++;
    bin.rows++;
  });
  return sums
    .filter(({ rows }) => rows > 0)
    .map(({ predicted, observed, rows }) => ({
      predicted: predicted / rows,
      observed: observed / rows,
      rows,
    }));
}

/** Mean distance of probability and observed share over the rows of a curve (Naeini et al. 2015). */
export function expectedCalibrationError(curve: readonly ReliabilityBin[]): number {
  const rows = curve.reduce((sum, bin) => sum + bin.rows, 0);
  return curve.reduce((sum, bin) => sum + bin.rows * Math.abs(bin.observed - bin.predicted), 0) / rows;
}
