import type { TermLayout } from './term-rows.js';

/** A linear model over terms, its weights in a byte each. */
export interface TermModel extends TermLayout {
  /** The weight of the loss against the penalty, C of LIBLINEAR. */
  readonly cost: number;
  /** Log-odds of a row without terms; in no block's score. */
  readonly intercept: number;
  /** Blocks × block size. */
  readonly weights: Int8Array;
  /** One a block: what a step of its weights is worth in log-odds. */
  readonly scales: Float64Array;
}

/**
 * Writes each block's part of the log-odds to `out[at]` and on: the sum of the weights of its ids among `ids[from]` to
 * `ids[to - 1]`, over the square root of their number; 0 where it has none. Ids stand in the order of the blocks, below
 * blocks × block size (see `TermRows`); that is not checked here.
 */
export function termScores(
  model: TermModel,
  ids: Uint32Array,
  from: number,
  to: number,
  out: Float32Array,
  at: number,
): void {
  const { weights, scales, blockSize } = model;
  let next = from;
  for (let block = 0; block < scales.length; block++) {
    const start = next;
    const end = (block + 1) * blockSize;
    let sum = 0;
    while (next < to && ids[next]! < end) sum += weights[ids[next++]!]!;
    out[at + block] = next > start ? (sum * scales[block]!) / Math.sqrt(next - start) : 0;
  }
}
