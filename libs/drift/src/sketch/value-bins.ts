/**
 * A ladder of ever coarser bins over the real line. Level 0 keeps each value apart. From level 1 on, bins are logarithmic
 * on both sides of zero, as DDSketch's (Masson et al. 2019), and each level joins neighbours of the one below in pairs
 * (UDDSketch, Epicoco et al. 2020). A bin is a function of the value and the level alone: two sketches of the same
 * level always agree on it, whoever counted what in which order.
 */
export const HIGHEST_LEVEL = 8;

/** Bins a doubling at level 1: a width of 2.2 %. */
const BINS_PER_DOUBLING = 32;
/** What is nearer to zero than this is zero. */
const SMALLEST = 2 ** -30;

/** The bin of a finite value: at level 0 the value itself, else a whole number with the value's sign. */
export function binOf(value: number, level: number): number {
  if (level === 0) return value === 0 ? 0 : value;
  const size = Math.abs(value);
  if (size < SMALLEST) return 0;
  const first = Math.floor(Math.log2(size / SMALLEST) * BINS_PER_DOUBLING);
  const bin = Math.floor(first / 2 ** (level - 1)) + 1;
  return value < 0 ? -bin : bin;
}

/** The bin of `level` that a bin of a lower level, but not 0, lies in. */
export function coarserBin(bin: number, from: number, level: number): number {
  if (bin === 0) return 0;
  const coarser = Math.floor((Math.abs(bin) - 1) / 2 ** (level - from)) + 1;
  return bin < 0 ? -coarser : coarser;
}

/** A value that stands for a bin: at most {@link relativeError} from any value in it. */
export function valueAt(bin: number, level: number): number {
  if (level === 0 || bin === 0) return bin;
  const doublings = 2 ** (level - 1) / BINS_PER_DOUBLING;
  const lower = SMALLEST * 2 ** ((Math.abs(bin) - 1) * doublings);
  // Equally far from both ends, in shares of the end.
  const middle = (2 * lower) / (1 + 2 ** -doublings);
  return Math.sign(bin) * middle;
}

/** How far, as a share of it, a value may be from what stands for its bin: 0 at level 0, 1.1 % at level 1, 2.2 % at 2. */
export function relativeError(level: number): number {
  if (level === 0) return 0;
  const width = 2 ** (2 ** (level - 1) / BINS_PER_DOUBLING);
  return (width - 1) / (width + 1);
}
