import type { Bundle } from '../binning/bundles.js';
import type { Histogram } from './target.js';

/**
 * Adds a bundle's cells, which begin at `at`, to its columns' bins. Column by column the last digit of the code is
 * summed out, so that each pass is shorter than the one before by the column's size. The cells are used up.
 */
export function unbundle(
  into: Histogram,
  at: number,
  bundle: Bundle,
  offsets: Int32Array,
  width: number,
): void {
  let groups = bundle.cells;
  for (let place = 0; place < bundle.columns.length; place++) {
    const size = bundle.sizes[place]!;
    const to = offsets[bundle.columns[place]!]! * width;
    groups /= size;
    for (let group = 0; group < groups; group++) {
      const from = at + group * size * width;
      for (let index = 0; index < width; index++) {
        let sum = 0;
        for (let digit = 0; digit < size; digit++) {
          const value = into[from + digit * width + index]!;
          into[to + digit * width + index]! += value;
          sum += value;
        }
        into[at + group * width + index] = sum;
      }
    }
  }
}

/** As {@link unbundle}, for two numbers a bin: two classes. */
export function unbundlePairs(into: Histogram, at: number, bundle: Bundle, offsets: Int32Array): void {
  let groups = bundle.cells;
  for (let place = 0; place < bundle.columns.length; place++) {
    const size = bundle.sizes[place]!;
    const to = offsets[bundle.columns[place]!]! * 2;
    groups /= size;
    let from = at;
    for (let group = 0; group < groups; group++) {
      let first = 0;
      let second = 0;
      for (let digit = 0; digit < size; digit++, from += 2) {
        const one = into[from]!;
        const other = into[from + 1]!;
        into[to + digit * 2]! += one;
        into[to + digit * 2 + 1]! += other;
        first += one;
        second += other;
      }
      into[at + group * 2] = first;
      into[at + group * 2 + 1] = second;
    }
  }
}

/** As {@link unbundle}, for one number a bin: boosting's packed sums. */
export function unbundleSingles(into: Histogram, at: number, bundle: Bundle, offsets: Int32Array): void {
  let groups = bundle.cells;
  for (let place = 0; place < bundle.columns.length; place++) {
    const size = bundle.sizes[place]!;
    const to = offsets[bundle.columns[place]!]!;
    groups /= size;
    let from = at;
    for (let group = 0; group < groups; group++) {
      let sum = 0;
      for (let digit = 0; digit < size; digit++, from++) {
        const value = into[from]!;
        into[to + digit]! += value;
        sum += value;
      }
      into[at + group] = sum;
    }
  }
}
