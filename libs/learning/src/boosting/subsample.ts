import type { TrainingView } from '../algorithm/training-view.js';
import type { Random } from '../random/random.js';

/** Draws, for each stage, a share of the original rows without replacement (Friedman 2002, "Stochastic gradient boosting"). */
export class Subsample {
  /** Training weight of each row in the present draw. */
  readonly weights: Float64Array;
  /** Rows drawn, increasing, and the training rows that were not. */
  rows: Int32Array;
  rest: Int32Array;
  private readonly originals: Int32Array;
  private readonly counts: Int32Array;
  private readonly allCounts: Int32Array;
  private readonly left: number;
  private readonly drawn: Int32Array;
  private readonly notDrawn: Int32Array;

  constructor(
    private readonly view: TrainingView,
    share: number,
    private readonly random: Random,
  ) {
    const { rowOf } = view.problem;
    this.weights = view.weights.slice();
    this.originals = view.originalRows.slice();
    this.allCounts = new Int32Array(view.weights.length);
    for (const original of this.originals) this.allCounts[rowOf[original]!]!++;
    this.counts = this.allCounts.slice();
    this.left = this.originals.length - Math.max(1, Math.floor(share * this.originals.length));
    // One place more than can be filled: what is not kept is written too.
    this.drawn = new Int32Array(view.activeRows.length + 1);
    this.notDrawn = new Int32Array(view.activeRows.length + 1);
    this.rows = view.activeRows;
    this.rest = this.notDrawn.subarray(0, 0);
  }

  /** Draws anew. The rows left out are the fewer, so those are drawn. */
  draw(): void {
    if (this.left === 0) return;
    const { view, originals, counts, weights, random } = this;
    const { rowOf, originalWeights } = view.problem;
    weights.set(view.weights);
    counts.set(this.allCounts);
    for (let index = 0; index < this.left; index++) {
      const other = index + random.below(originals.length - index);
      const original = originals[other]!;
      originals[other] = originals[index]!;
      originals[index] = original;
      const row = rowOf[original]!;
      weights[row]! -= originalWeights[original]!;
      counts[row]!--;
    }
    this.collect();
  }

  private collect(): void {
    const { view, counts, drawn, notDrawn } = this;
    let inside = 0;
    let outside = 0;
    const { activeRows } = view;
    // Written both ways, by the sign bit: a branch would be guessed wrong for one row in a few.
    for (let index = 0; index < activeRows.length; index++) {
      const row = activeRows[index]!;
      const isDrawn = -counts[row]! >>> 31;
      drawn[inside] = row;
      notDrawn[outside] = row;
      inside += isDrawn;
      outside += 1 - isDrawn;
    }
    this.rows = drawn.subarray(0, inside);
    this.rest = notDrawn.subarray(0, outside);
  }
}
