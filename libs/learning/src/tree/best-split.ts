/** The best way found so far to cut a node in two; one object serves every node. */
export class BestSplit {
  column = -1;
  /** Bins up to this one go left; the edge of the same index is the threshold. */
  bin = 0;
  missingLeft = false;
  /** What the split is worth, before what the node alone is worth is taken off. */
  score = Number.NEGATIVE_INFINITY;
  /** What the split gains over leaving the node whole. */
  gain = 0;
  /** Sums of the left side. */
  readonly left: Float64Array;

  constructor(width: number) {
    this.left = new Float64Array(width);
  }

  get found(): boolean {
    return this.column >= 0;
  }

  clear(): void {
    this.column = -1;
    this.score = Number.NEGATIVE_INFINITY;
  }
}
