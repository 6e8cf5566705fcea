import { ClassScanner, NEGLIGIBLE } from './class-scanner.js';
import { agreementOf, type Criterion } from './impurity.js';
import type { Histogram, TreeTarget } from './target.js';

export interface ClassTargetOptions {
  readonly criterion: Criterion;
  readonly classWeights: Float64Array;
  /** Row weight each leaf must keep; any where absent, as scikit-learn's 1 row. */
  readonly minSamplesLeaf?: number;
}

/**
 * Classes to tell apart. Sums are of plain row weights, not of class weights, so that whole-number weights are counted
 * exactly and a histogram got by subtraction is the one that counting would give.
 */
export class ClassTarget implements TreeTarget {
  readonly width: number;
  readonly outputs: number;
  readonly scanner: ClassScanner;
  private readonly minSamplesLeaf: number;
  private readonly classWeights: Float64Array;

  constructor(
    private readonly labels: Int32Array,
    private readonly weights: Float64Array,
    { criterion, classWeights, minSamplesLeaf = 0 }: ClassTargetOptions,
  ) {
    this.width = classWeights.length;
    this.outputs = this.width;
    this.classWeights = classWeights;
    this.minSamplesLeaf = minSamplesLeaf;
    const agreement = agreementOf(criterion);
    this.scanner = new ClassScanner(this.width, { agreement, classWeights, minSamplesLeaf });
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
    const { labels, weights, width } = this;
    for (let index = start; index < end; index++) {
      const row = order[index]!;
      into[(base + codes[from + row]!) * width + labels[row]!]! += weights[row]!;
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
    const { labels, weights, width } = this;
    const first = bases[0]!;
    const second = bases[1]!;
    const third = bases[2]!;
    const fourth = bases[3]!;
    for (let index = start; index < end; index++) {
      const row = order[index]!;
      const word = words[row * stride + place]!;
      const label = labels[row]!;
      const weight = weights[row]!;
      into[(first + (word & 255)) * width + label]! += weight;
      into[(second + ((word >>> 8) & 255)) * width + label]! += weight;
      into[(third + ((word >>> 16) & 255)) * width + label]! += weight;
      into[(fourth + (word >>> 24)) * width + label]! += weight;
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
    const { labels, weights, width } = this;
    for (let index = start; index < end; index++) {
      const row = order[index]!;
      into[(base + ((words[row * stride + place]! >>> shift) & 255)) * width + labels[row]!]! +=
        weights[row]!;
    }
  }

  countRow(into: Float64Array, at: number, row: number): void {
    into[at + this.labels[row]!]! += this.weights[row]!;
  }

  mayBeSplit(sums: Float64Array, at: number): boolean {
    let weight = 0;
    let largest = 0;
    for (let index = 0; index < this.width; index++) {
      const sum = sums[at + index]!;
      weight += sum;
      if (sum > largest) largest = sum;
    }
    const isMixed = weight - largest > NEGLIGIBLE * weight;
    return isMixed && weight >= 2 * this.minSamplesLeaf;
  }

  coverOf(sums: Float64Array, at: number): number {
    let cover = 0;
    for (let index = 0; index < this.width; index++) cover += sums[at + index]! * this.classWeights[index]!;
    return cover;
  }

  writeValue(sums: Float64Array, at: number, out: Float32Array, to: number): void {
    const cover = this.coverOf(sums, at);
    for (let index = 0; index < this.width; index++) {
      // Of a class with fractional weights that is not here, rounding may leave less than nothing.
      out[to + index] = Math.max(0, sums[at + index]! * this.classWeights[index]!) / cover;
    }
  }
}
