/** Where things stand in the memory of the attribution kernels, in bytes. */

/** Most pairs of quadrature points: 24 points, exact to 48 distinct columns on a path. */
export const MOST_PAIRS = 12;
export const PAIR_BYTES = 16;

/**
 * An inner node: address of its test's answer (a byte: goes right), of its column's slot, of its children (a leaf's
 * is odd: one more than its value's), cover share of the left child, prior share.
 */
export const NODE = {
  answer: 0,
  slot: 4,
  left: 8,
  right: 12,
  leftShare: 16,
  priorShare: 24,
  bytes: 32,
} as const;

/** A column: its contribution (f64), and how many of its splits on the path the row fails (i32). */
export const SLOT = { contribution: 0, failed: 8, bytes: 16 } as const;

/** Rows of constants for a number of pairs, each one number a point. */
export const CONSTANTS = { known: 0, unknown: 1, unknownSquaredInverse: 2, weight: 3, rows: 4 } as const;

/**
 * Rows of a node's frame, each one number a point: its reach, which its values replace; the chance of its failing
 * side; the values of its children. A child's frame begins where its values are wanted: what the passing side wrote
 * below its own is done with when the failing side begins.
 */
export const FRAME = { reach: 0, chance: 1, passing: 2, failing: 3 } as const;

/** Where the constants for so many pairs begin. */
export function constantsAt(pairs: number): number {
  return 16 + (CONSTANTS.rows * PAIR_BYTES * (pairs * (pairs - 1))) / 2;
}

/** Memory for the frames of a path of `depth` splits. */
export function framesBytes(depth: number): number {
  return (FRAME.failing * (depth + 1) + 2) * MOST_PAIRS * PAIR_BYTES;
}

/** Half as many points as columns are exact; two points are a pair. */
export function pairsOf(pathColumns: number): number {
  return Math.max(1, Math.ceil(pathColumns / 4));
}
