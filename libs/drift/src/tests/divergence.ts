import { DriftError } from '../errors.js';

/** An empty bin counts as this share, or its logarithm would be infinite. */
const SMALLEST_SHARE = 1e-4;

/**
 * Population stability index of `current` against `reference`: Σ (c − r)·ln(c / r) over the bins' shares.
 * Below 0.1 is read as stable, above 0.25 as a shift (Siddiqi 2006). Counts need no normalising.
 */
export function populationStabilityIndex(reference: readonly number[], current: readonly number[]): number {
  const [r, c] = shares(reference, current);
  return r.reduce((sum, share, bin) => {
    const before = Math.max(share, SMALLEST_SHARE);
    const after = Math.max(c[bin] as number, SMALLEST_SHARE);
    return sum + (after - before) * Math.log(after / before);
  }, 0);
}

/** Jensen–Shannon distance in base 2: 0 for equal, 1 for disjoint distributions, as `scipy.spatial.distance.jensenshannon`. */
export function jensenShannonDistance(reference: readonly number[], current: readonly number[]): number {
  const [r, c] = shares(reference, current);
  const divergence = r.reduce((sum, share, bin) => {
    const other = c[bin] as number;
    const middle = (share + other) / 2;
    return sum + relative(share, middle) + relative(other, middle);
  }, 0);
  return Math.sqrt(Math.max(0, divergence / 2));
}

function relative(share: number, middle: number): number {
  return share === 0 ? 0 : share * Math.log2(share / middle);
}

function shares(reference: readonly number[], current: readonly number[]): [number[], number[]] {
  if (reference.length !== current.length) throw new DriftError('UNEQUAL_BINS');
  return [normalised(reference), normalised(current)];
}

function normalised(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) throw new DriftError('EMPTY_SAMPLE');
  return counts.map((count) => count / total);
}
