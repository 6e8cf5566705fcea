import { collectTests, type ThresholdTests } from '../prediction/threshold-tests.js';
import type { TreeEnsemble } from '../tree/tree-ensemble.js';

/** Deeper nodes count as leaves of their mean, so that a made-up chain of nodes cannot exhaust the stack. */
const MOST_DEPTH = 1_024;
const LEAST_SHARE = 1e-9;

/** Trees with one number a leaf, laid out for attribution: inner nodes in pre-order, all trees in one set of arrays. */
export interface PathTrees {
  readonly tests: ThresholdTests;
  /** One a tree; as `left` and `right`: an inner node's index, or ~index of a leaf (so, below 0). */
  readonly roots: Int32Array;
  /** Most distinct columns on a path from each tree's root to a leaf. */
  readonly pathColumns: Int32Array;
  /** Of `tests`: the question an inner node asks, and its column. */
  readonly test: Int32Array;
  readonly column: Int32Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Share of an inner node's cover that goes left. */
  readonly leftShare: Float64Array;
  /**
   * Share of cover that nodes above on the same column let through to an inner node: the product over them.
   * 0 where the column is asked for the first time on the path.
   */
  readonly priorShare: Float64Array;
  /** Mean of the leaves below an inner node, weighted by cover. */
  readonly mean: Float64Array;
  readonly leaves: Float64Array;
  /** Sum of the trees' means. */
  readonly base: number;
  /** Most splits between a root and a leaf. */
  readonly depth: number;
}

/** Cover share of the left child, and each node's mean, leaves first. */
function weigh(trees: TreeEnsemble, values: Float64Array): { share: Float64Array; mean: Float64Array } {
  const { feature, left, right, cover } = trees;
  const share = new Float64Array(feature.length);
  const mean = values.slice();
  for (let node = feature.length - 1; node >= 0; node--) {
    if (feature[node]! < 0) continue;
    const [toLeft, toRight] = [cover[left[node]!]!, cover[right[node]!]!];
    share[node] = shareOf(toLeft, toRight);
    mean[node] = share[node]! * mean[left[node]!]! + (1 - share[node]!) * mean[right[node]!]!;
  }
  return { share, mean };
}

/** Kept off 0 and 1: a boosted node of rows that are all sure has no cover left. */
function shareOf(toLeft: number, toRight: number): number {
  const share = toLeft + toRight > 0 ? toLeft / (toLeft + toRight) : 0.5;
  return Math.min(1 - LEAST_SHARE, Math.max(LEAST_SHARE, share));
}

class PathTreesBuilder {
  private readonly nodes: number[] = [];
  private readonly left: number[] = [];
  private readonly right: number[] = [];
  private readonly prior: number[] = [];
  private readonly leaves: number[] = [];
  private readonly share: Float64Array;
  private readonly mean: Float64Array;
  /** By column: the share let through so far on the path; 0 where it was not asked for. */
  private readonly through: Float64Array;
  private distinct = 0;
  private mostDistinct = 0;
  private depth = 0;

  constructor(
    private readonly trees: TreeEnsemble,
    values: Float64Array,
  ) {
    ({ share: this.share, mean: this.mean } = weigh(trees, values));
    this.through = new Float64Array(trees.feature.reduce((most, column) => Math.max(most, column), 0) + 1);
  }

  build(chosen: readonly number[]): PathTrees {
    const tests = collectTests(this.trees);
    const pathColumns = new Int32Array(chosen.length);
    const roots = Int32Array.from(chosen, (tree, index) => {
      this.mostDistinct = 0;
      const root = this.add(this.trees.roots[tree]!, 0);
      pathColumns[index] = this.mostDistinct;
      return root;
    });
    return {
      tests,
      roots,
      pathColumns,
      test: Int32Array.from(this.nodes, (node) => tests.ofNode[node]!),
      column: Int32Array.from(this.nodes, (node) => this.trees.feature[node]!),
      left: Int32Array.from(this.left),
      right: Int32Array.from(this.right),
      leftShare: Float64Array.from(this.nodes, (node) => this.share[node]!),
      priorShare: Float64Array.from(this.prior),
      mean: Float64Array.from(this.nodes, (node) => this.mean[node]!),
      leaves: Float64Array.from(this.leaves),
      base: chosen.reduce((sum, tree) => sum + this.mean[this.trees.roots[tree]!]!, 0),
      depth: this.depth,
    };
  }

  private add(node: number, depth: number): number {
    const column = this.trees.feature[node]!;
    this.depth = Math.max(this.depth, depth);
    if (column < 0 || depth === MOST_DEPTH) {
      this.mostDistinct = Math.max(this.mostDistinct, this.distinct);
      return ~(this.leaves.push(this.mean[node]!) - 1);
    }
    const prior = this.through[column]!;
    const index = this.nodes.push(node) - 1;
    this.prior[index] = prior;
    if (prior === 0) this.distinct++;
    const share = this.share[node]!;
    this.through[column] = (prior || 1) * share;
    this.left[index] = this.add(this.trees.left[node]!, depth + 1);
    this.through[column] = (prior || 1) * (1 - share);
    this.right[index] = this.add(this.trees.right[node]!, depth + 1);
    this.through[column] = prior;
    if (prior === 0) this.distinct--;
    return index;
  }
}

/** Lays out the `chosen` trees; `values` holds one number a node of the ensemble, read at the leaves. */
export function pathTreesOf(
  trees: TreeEnsemble,
  values: Float64Array,
  chosen: readonly number[] = Array.from(trees.roots.keys()),
): PathTrees {
  return new PathTreesBuilder(trees, values).build(chosen);
}
