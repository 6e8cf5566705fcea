import type { BestSplit } from './best-split.js';
import type { TreeTarget } from './target.js';
import type { TreeEnsemble } from './tree-ensemble.js';

const LARGEST_FLOAT32 = 3.4028234663852886e38;
const FIRST_CAPACITY = 64;

function grown<T extends Int32Array | Uint8Array | Float64Array>(array: T, create: (length: number) => T): T {
  const larger = create(array.length * 2);
  larger.set(array);
  return larger;
}

/**
 * The nodes of one growing tree, a field an array; used again for the next tree. Two children stand side by side:
 * the right one follows the left.
 */
export class NodeTable {
  length = 0;
  /** The column a node is split by; -1 at a leaf. */
  column = new Int32Array(FIRST_CAPACITY);
  /** Bins up to this one go left. */
  bin = new Uint8Array(FIRST_CAPACITY);
  missingLeft = new Uint8Array(FIRST_CAPACITY);
  /** The left child. */
  left = new Int32Array(FIRST_CAPACITY);
  /** The rows of a node, in the grower's order, and its distance from the root. */
  start = new Int32Array(FIRST_CAPACITY);
  end = new Int32Array(FIRST_CAPACITY);
  depth = new Int32Array(FIRST_CAPACITY);
  /** Sums of a node's rows, `width` each. */
  sums: Float64Array;
  /** The split found for a node: its column, its gain, and the sums of its left side. */
  cutColumn = new Int32Array(FIRST_CAPACITY);
  gain = new Float64Array(FIRST_CAPACITY);
  leftSums: Float64Array;

  constructor(readonly width: number) {
    this.sums = new Float64Array(FIRST_CAPACITY * width);
    this.leftSums = new Float64Array(FIRST_CAPACITY * width);
  }

  clear(): void {
    this.length = 0;
  }

  /** Adds a leaf whose sums are still to be written. */
  add(start: number, end: number, depth: number): number {
    if (this.length === this.column.length) this.grow();
    const node = this.length++;
    this.column[node] = -1;
    this.bin[node] = 0;
    this.missingLeft[node] = 0;
    this.left[node] = 0;
    this.start[node] = start;
    this.end[node] = end;
    this.depth[node] = depth;
    return node;
  }

  private grow(): void {
    const int32 = (length: number) => new Int32Array(length);
    const uint8 = (length: number) => new Uint8Array(length);
    const float64 = (length: number) => new Float64Array(length);
    this.column = grown(this.column, int32);
    this.bin = grown(this.bin, uint8);
    this.missingLeft = grown(this.missingLeft, uint8);
    this.left = grown(this.left, int32);
    this.start = grown(this.start, int32);
    this.end = grown(this.end, int32);
    this.depth = grown(this.depth, int32);
    this.cutColumn = grown(this.cutColumn, int32);
    this.gain = grown(this.gain, float64);
    this.sums = grown(this.sums, float64);
    this.leftSums = grown(this.leftSums, float64);
  }

  /** Notes how a node would be split. */
  propose(node: number, best: BestSplit): void {
    this.cutColumn[node] = best.column;
    this.bin[node] = best.bin;
    this.missingLeft[node] = best.missingLeft ? 1 : 0;
    this.gain[node] = best.gain;
    for (let index = 0; index < this.width; index++) {
      this.leftSums[node * this.width + index] = best.left[index]!;
    }
  }

  /** Splits a node as proposed, its right side's rows beginning at `middle`. Returns the left child; the right one follows. */
  split(node: number, middle: number): number {
    const depth = this.depth[node]! + 1;
    const left = this.add(this.start[node]!, middle, depth);
    const right = this.add(middle, this.end[node]!, depth);
    const { sums, leftSums, width } = this;
    for (let index = 0; index < width; index++) {
      const onLeft = leftSums[node * width + index]!;
      sums[left * width + index] = onLeft;
      sums[right * width + index] = sums[node * width + index]! - onLeft;
    }
    this.column[node] = this.cutColumn[node]!;
    this.left[node] = left;
    return left;
  }

  rowsOf(node: number): number {
    return this.end[node]! - this.start[node]!;
  }

  /** The tree as predictors read it. */
  compile(edges: readonly Float32Array[], target: TreeTarget): TreeEnsemble {
    const { length, width } = this;
    const { outputs } = target;
    const values = new Float32Array(length * outputs);
    const cover = new Float32Array(length);
    const threshold = new Float32Array(length);
    const right = new Int32Array(length);
    for (let node = 0; node < length; node++) {
      target.writeValue(this.sums, node * width, values, node * outputs);
      cover[node] = target.coverOf(this.sums, node * width);
      const column = this.column[node]!;
      if (column < 0) continue;
      right[node] = this.left[node]! + 1;
      // Past the last edge only missing rows go right, so any finite value must go left.
      threshold[node] = edges[column]![this.bin[node]!] ?? LARGEST_FLOAT32;
    }
    return {
      roots: Int32Array.of(0),
      feature: this.column.slice(0, length),
      threshold,
      missingLeft: this.missingLeft.slice(0, length),
      left: this.left.slice(0, length),
      right,
      width: outputs,
      values,
      cover,
    };
  }
}
