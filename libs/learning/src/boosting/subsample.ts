import type { TrainingView } from '../algorithm/training-view.js';
import type { Random } from '../random/random.js';

/** Draws, for each stage, a share of the original rows without replacement (Friedman 2002, "Stochastic gradient boosting"). */
export class Subsample {
  /** Training weight of each row in the present draw. */
  readonly weights: Float64Array;
  /** Rows drawn, increasing, and the training rows that were not. */
  rows: Int32Array;
  rest: Int32Array;
  /** The row of each original row, in the order of the last draw, and its weight unless all weigh 1. */
  private readonly rowOfEach: Int32Array;
  private readonly weightOfEach: Float64Array;
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
    const { rowOf, originalWeights } = view.problem;
    const { length } = view.originalRows;
    this.left = length - Math.max(1, Math.floor(share * length));
    // Where every row is drawn each time, nothing has to be kept of them.
    const originals = this.left === 0 ? new Int32Array(0) : view.originalRows;
    const rows = this.left === 0 ? 0 : view.activeRows.length;
    this.weights = this.left === 0 ? view.weights : view.weights.slice();
    this.rowOfEach = originals.map((original) => rowOf[original]!);
    const isPlain = originals.every((original) => originalWeights[original] === 1);
    this.weightOfEach = Float64Array.from(isPlain ? [] : originals, (original) => originalWeights[original]!);
    this.allCounts = new Int32Array(this.left === 0 ? 0 : view.weights.length);
    for (const row of this.rowOfEach) this.allCounts[row]!++;
    this.counts = this.allCounts.slice();
    // One place more than can be filled: what is not kept is written too.
    this.drawn = new Int32Array(rows + 1);
    this.notDrawn = new Int32Array(rows + 1);
    this.rows = view.activeRows;
    this.rest = this.notDrawn.subarray(0, 0);
  }

  /** Rows that a draw can leave out at most. */
  get mostLeftOut(): number {
    return this.drawn.length - 1;
  }

  private get isWeighted(): boolean {
    return this.weightOfEach.length > 0;
  }

  /** Draws anew. The rows left out are the fewer, so those are drawn. */
  draw(): void {
    if (this.left === 0) return;
    this.counts.set(this.allCounts);
    if (this.isWeighted) {
      this.weights.set(this.view.weights);
      for (let index = 0; index < this.left; index++) this.leaveOut(index);
    } else {
      leaveOutPlain(this.rowOfEach, this.left, this.random, this.counts);
      // A row weighs as many originals as are left of it.
      for (let row = 0; row < this.counts.length; row++) this.weights[row] = this.counts[row]!;
    }
    this.collect();
  }

  /** One step of a shuffle: what comes to stand at `index` is left out. */
  private leaveOut(index: number): void {
    const { rowOfEach, weightOfEach, random } = this;
    const other = index + random.below(rowOfEach.length - index);
    const row = rowOfEach[other]!;
    const weight = weightOfEach[other]!;
    rowOfEach[other] = rowOfEach[index]!;
    weightOfEach[other] = weightOfEach[index]!;
    rowOfEach[index] = row;
    weightOfEach[index] = weight;
    this.weights[row]! -= weight;
    this.counts[row]!--;
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

/** Shuffles `left` of the originals to the front, and counts them out of their rows. */
function leaveOutPlain(rowOfEach: Int32Array, left: number, random: Random, counts: Int32Array): void {
  for (let index = 0; index < left; index++) {
    const other = index + random.below(rowOfEach.length - index);
    const row = rowOfEach[other]!;
    rowOfEach[other] = rowOfEach[index]!;
    rowOfEach[index] = row;
    counts[row]!--;
  }
}
