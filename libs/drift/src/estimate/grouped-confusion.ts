import type { ExpectedConfusion } from './expected-confusion.js';

/** A power of two. Enough for a standard error good to a tenth, few enough to be summed at every look. */
export const CONFUSION_GROUPS = 64;
const CELLS = 4;

/**
 * The expected confusion of a stream, kept in groups of keys: rows of one key resemble each other, so that only what
 * differs between keys tells how far an estimate may be off. 2 KiB, whatever was added.
 */
export class GroupedConfusion {
  /** For each group: true positives, false positives, false negatives, true negatives. */
  readonly #cells = new Float64Array(CONFUSION_GROUPS * CELLS);

  /** One row: its key's hash, whose lowest bits name the group, its calibrated probability of being positive, its verdict. */
  add(keyHash: number, probability: number, flagged: boolean): void {
    const at = (keyHash & (CONFUSION_GROUPS - 1)) * CELLS + (flagged ? 0 : 2);
    this.#cells[at] = (this.#cells[at] as number) + probability;
    this.#cells[at + 1] = (this.#cells[at + 1] as number) + 1 - probability;
  }

  merge(other: GroupedConfusion): void {
    for (const [cell, count] of other.#cells.entries())
      this.#cells[cell] = (this.#cells[cell] as number) + count;
  }

  group(index: number): ExpectedConfusion {
    const [truePositives = 0, falsePositives = 0, falseNegatives = 0, trueNegatives = 0] =
      this.#cells.subarray(index * CELLS, (index + 1) * CELLS);
    return { truePositives, falsePositives, falseNegatives, trueNegatives };
  }

  total(): ExpectedConfusion {
    let sum: ExpectedConfusion = { truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0 };
    for (let index = 0; index < CONFUSION_GROUPS; index++) sum = combined(sum, this.group(index), 1);
    return sum;
  }
}

/** `a + sign · b`, cell by cell. */
export function combined(a: ExpectedConfusion, b: ExpectedConfusion, sign: 1 | -1): ExpectedConfusion {
  return {
    truePositives: a.truePositives + sign * b.truePositives,
    falsePositives: a.falsePositives + sign * b.falsePositives,
    falseNegatives: a.falseNegatives + sign * b.falseNegatives,
    trueNegatives: a.trueNegatives + sign * b.trueNegatives,
  };
}
