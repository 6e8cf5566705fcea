import type { NodeTable } from '../tree/node-table.js';
import type { RowOrder } from '../tree/row-order.js';
import type { Histogram, TreeTarget } from '../tree/target.js';
import { type GradientLimits, GradientScanner } from './gradient-scanner.js';
import type { DerivativeSums } from './log-loss.js';
import { packDerivatives } from './packed-sums.js';

/** What scikit-learn adds to a node's second derivatives, so that a step stays finite. */
const LEAST_CURVATURE = 1e-15;

export interface GradientTargetOptions extends GradientLimits {
  readonly learningRate: number;
}

/** Negative gradient and second derivative of each row's loss, weighted: side by side, and packed. In shared memory. */
export interface Derivatives {
  readonly pairs: Float64Array;
  readonly packed: Float64Array;
}

export function derivativesFor(rows: number): Derivatives {
  const float64 = (length: number) => new Float64Array(new SharedArrayBuffer(Math.max(8, length * 8)));
  return { pairs: float64(rows * 2), packed: float64(rows) };
}

/**
 * Gradients to follow: a leaf holds the Newton step G / (H + λ), times the learning rate. Splits are found by packed
 * sums; what a node says comes from the pairs of its rows.
 */
export class GradientTarget implements TreeTarget {
  readonly width = 1;
  readonly outputs = 1;
  readonly scanner: GradientScanner;
  /** G and H of each node of the tree finished last. */
  private nodeSums = new Float64Array(0);

  constructor(
    readonly derivatives: Derivatives,
    private readonly options: GradientTargetOptions,
  ) {
    this.scanner = new GradientScanner(options);
  }

  /** Packs the pairs of the rows that the next tree is grown on, which sum to `sums`. */
  begin(rows: Int32Array, sums: DerivativeSums): void {
    const { pairs, packed } = this.derivatives;
    this.scanner.measureIn(packDerivatives(pairs, rows, sums, packed));
  }

  /** Sums up what the nodes of a grown tree say. */
  finish(nodes: NodeTable, order: RowOrder): void {
    if (this.nodeSums.length < nodes.length * 2) this.nodeSums = new Float64Array(nodes.length * 2);
    const { nodeSums } = this;
    const { pairs } = this.derivatives;
    // Children stand after their parents.
    for (let node = nodes.length - 1; node >= 0; node--) {
      const left = nodes.left[node]! * 2;
      if (nodes.column[node]! < 0) {
        sumPairs(
          pairs,
          order.at(nodes.depth[node]!),
          nodes.start[node]!,
          nodes.end[node]!,
          nodeSums,
          node * 2,
        );
        continue;
      }
      nodeSums[node * 2] = nodeSums[left]! + nodeSums[left + 2]!;
      nodeSums[node * 2 + 1] = nodeSums[left + 1]! + nodeSums[left + 3]!;
    }
  }

  count(
    into: Histogram,
    base: number,
    codes: Uint8Array,
    from: number,
    order: Int32Array,
    start: number,
    end: number,
  ): void {
    const { packed } = this.derivatives;
    for (let index = start; index < end; index++) {
      const row = order[index]!;
      into[base + codes[from + row]!]! += packed[row]!;
    }
  }

  countQuad(
    into: Histogram,
    bases: Int32Array,
    words: Int32Array,
    place: number,
    stride: number,
    order: Int32Array,
    start: number,
    end: number,
  ): void {
    const { packed } = this.derivatives;
    const first = bases[0]!;
    const second = bases[1]!;
    const third = bases[2]!;
    const fourth = bases[3]!;
    for (let index = start; index < end; index++) {
      const row = order[index]!;
      const word = words[row * stride + place]!;
      const both = packed[row]!;
      into[first + (word & 255)]! += both;
      into[second + ((word >>> 8) & 255)]! += both;
      into[third + ((word >>> 16) & 255)]! += both;
      into[fourth + (word >>> 24)]! += both;
    }
  }

  countLane(
    into: Histogram,
    base: number,
    words: Int32Array,
    place: number,
    stride: number,
    shift: number,
    order: Int32Array,
    start: number,
    end: number,
  ): void {
    const { packed } = this.derivatives;
    for (let index = start; index < end; index++) {
      const row = order[index]!;
      into[base + ((words[row * stride + place]! >>> shift) & 255)]! += packed[row]!;
    }
  }

  countRow(into: Float64Array, at: number, row: number): void {
    into[at]! += this.derivatives.packed[row]!;
  }

  mayBeSplit(sums: Float64Array, at: number): boolean {
    return this.scanner.mayBeSplit(sums[at]!);
  }

  coverOf(_: Float64Array, at: number): number {
    return this.nodeSums[at * 2 + 1]!;
  }

  /** What a node of the finished tree adds to the score. */
  valueOf(node: number): number {
    const { learningRate, l2Regularization } = this.options;
    const curvature = Math.max(this.nodeSums[node * 2 + 1]! + l2Regularization, LEAST_CURVATURE);
    return Math.fround((learningRate * this.nodeSums[node * 2]!) / curvature);
  }

  writeValue(_: Float64Array, at: number, out: Float32Array, to: number): void {
    out[to] = this.valueOf(at);
  }
}

function sumPairs(
  pairs: Float64Array,
  rows: Int32Array,
  start: number,
  end: number,
  out: Float64Array,
  at: number,
): void {
  let gradient = 0;
  let hessian = 0;
  for (let index = start; index < end; index++) {
    const row = rows[index]!;
    gradient += pairs[row * 2]!;
    hessian += pairs[row * 2 + 1]!;
  }
  out[at] = gradient;
  out[at + 1] = hessian;
}
