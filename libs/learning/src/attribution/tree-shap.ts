import { gaussLegendre, type Quadrature } from './gauss-legendre.js';
import type { PathTrees } from './path-trees.js';

/**
 * TreeSHAP: exact Shapley values of the game "the columns of a coalition are known, at splits on the others the
 * children count by their cover" (Lundberg et al. 2020, "From local explanations to global understanding",
 * path-dependent).
 *
 * A Shapley value is an integral (Owen 1972, "Multilinear extensions of games"): know each column with probability t;
 * the value is the mean over t in [0, 1] of what knowing the column for certain changes. At a given t a tree is a
 * product of probabilities along its paths: down to a node the probability of reaching it, up from its leaves the
 * value expected in it, and the node's own column gains (difference of its children) × (reach). In t that is a
 * polynomial of degree one less than the distinct columns of a path, so half as many points integrate it exactly,
 * and all work is a few products a node and point: O(leaves × depth), as Linear TreeSHAP (Yu et al. 2022), without
 * divisions except where a column comes again on a path.
 *
 * This is the plain loop that the kernel (`shap-kernel.ts`) is tested against.
 */
export class TreeShap {
  private readonly answers: Uint8Array;
  /** By column: how many of its splits on the path the row fails. */
  private readonly failed: Int32Array;
  private readonly quadratures: readonly Quadrature[];

  constructor(private readonly trees: PathTrees) {
    this.answers = new Uint8Array(trees.tests.column.length);
    this.failed = new Int32Array(trees.column.reduce((most, column) => Math.max(most, column), 0) + 1);
    this.quadratures = Array.from(trees.pathColumns, (count) =>
      gaussLegendre(Math.max(1, Math.ceil(count / 2))),
    );
  }

  /**
   * Adds each column's Shapley value to `contributions`; they sum to score − `PathTrees.base`. Subtrees that the row
   * reaches with a chance below `leastReach` (shares of cover alone) count as their mean: 0 is exact.
   */
  addContributions(row: Float32Array, contributions: Float64Array, leastReach = 0): void {
    answerTests(this.trees, row, this.answers);
    this.trees.roots.forEach((root, tree) => {
      if (root < 0) return;
      const { points, weights } = this.quadratures[tree]!;
      this.visit(root, points, weights, 1, { contributions, leastReach });
    });
  }

  /** Expected values of a node at each point, given the `reach` at each, weights included. */
  private visit(
    node: number,
    points: Float64Array,
    reach: Float64Array,
    share: number,
    into: { contributions: Float64Array; leastReach: number },
  ): Float64Array {
    const { trees, failed } = this;
    const column = trees.column[node]!;
    const isRight = this.answers[trees.test[node]!] === 1;
    const coldShare = isRight ? trees.leftShare[node]! : 1 - trees.leftShare[node]!;
    const isFailed = trees.priorShare[node]! > 0 && failed[column]! > 0;
    const prior = trees.priorShare[node]! || 1;
    const unknown = points.map((t) => (isFailed ? 1 : (prior * (1 - t)) / (t + prior * (1 - t))));
    const cold = unknown.map((chance) => chance * coldShare);
    const child = (index: number, chances: Float64Array, childShare: number): Float64Array => {
      if (index < 0) return points.map(() => trees.leaves[~index]!);
      if (childShare < into.leastReach) return points.map(() => trees.mean[index]!);
      return this.visit(
        index,
        points,
        reach.map((each, k) => each * chances[k]!),
        childShare,
        into,
      );
    };
    const hotShare = isFailed ? share * (1 - coldShare) : share;
    const whenHot = child(
      isRight ? trees.right[node]! : trees.left[node]!,
      cold.map((each) => 1 - each),
      hotShare,
    );
    failed[column]!++;
    const whenCold = child(isRight ? trees.left[node]! : trees.right[node]!, cold, share * coldShare);
    failed[column]!--;
    points.forEach((t, k) => {
      const known = t + prior * (1 - t);
      const slope = isFailed ? 0 : prior / (known * known);
      into.contributions[column]! += coldShare * slope * reach[k]! * (whenHot[k]! - whenCold[k]!);
    });
    return whenHot.map((value, k) => value - cold[k]! * (value - whenCold[k]!));
  }
}

/** Writes 1 for each test that sends the row right. */
export function answerTests({ tests }: PathTrees, row: Float32Array, answers: Uint8Array): void {
  const { column, threshold, missingLeft } = tests;
  for (let test = 0; test < missingLeft; test++) {
    answers[test] = row[column[test]!]! > threshold[test]! ? 1 : 0;
  }
  for (let test = missingLeft; test < column.length; test++) {
    answers[test] = row[column[test]!]! <= threshold[test]! ? 0 : 1;
  }
}
