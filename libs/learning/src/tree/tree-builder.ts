import type { ClassSums } from './impurity.js';
import type { Split } from './split-finder.js';
import type { TreeEnsemble } from './tree-ensemble.js';

const LARGEST_FLOAT32 = 3.4028234663852886e38;

/** Collects the nodes of one growing tree and compiles them to flat arrays. */
export class TreeBuilder {
  private readonly feature: number[] = [];
  private readonly threshold: number[] = [];
  private readonly missingLeft: number[] = [];
  private readonly left: number[] = [];
  private readonly right: number[] = [];
  private readonly values: number[] = [];
  private readonly cover: number[] = [];

  constructor(
    private readonly edges: readonly Float32Array[],
    private readonly classWeights: Float64Array,
  ) {}

  /** Adds a leaf and gives its index; {@link split} may turn it into an inner node later. */
  add(classSums: ClassSums): number {
    let total = 0;
    for (let index = 0; index < classSums.length; index++)
      total += classSums[index]! * this.classWeights[index]!;
    for (let index = 0; index < classSums.length; index++) {
      this.values.push((classSums[index]! * this.classWeights[index]!) / total);
    }
    this.cover.push(total);
    this.threshold.push(0);
    this.missingLeft.push(0);
    this.left.push(0);
    this.right.push(0);
    return this.feature.push(-1) - 1;
  }

  split(node: number, split: Split, left: number, right: number): void {
    this.feature[node] = split.column;
    // Past the last edge only missing rows go right, so any finite value must go left.
    this.threshold[node] = this.edges[split.column]![split.bin] ?? LARGEST_FLOAT32;
    this.missingLeft[node] = split.missingLeft ? 1 : 0;
    this.left[node] = left;
    this.right[node] = right;
  }

  compile(): TreeEnsemble {
    return {
      roots: Int32Array.of(0),
      feature: Int32Array.from(this.feature),
      threshold: Float32Array.from(this.threshold),
      missingLeft: Uint8Array.from(this.missingLeft),
      left: Int32Array.from(this.left),
      right: Int32Array.from(this.right),
      width: this.classWeights.length,
      values: Float32Array.from(this.values),
      cover: Float32Array.from(this.cover),
    };
  }
}
