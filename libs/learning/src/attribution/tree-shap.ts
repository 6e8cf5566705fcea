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
 * This is the plain loop that the kernel (`CompiledShap`) is tested against.
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

  /** Adds each column's Shapley value to `contributions`; they sum to score − `PathTrees.base`. */
  addContributions(row: Float32Array, contributions: Float64Array): void {
    answerTests(this.trees, row, this.answers);
    this.trees.roots.forEach((root, tree) => {
      if (root < 0) return;
      const { points, weights } = this.quadratures[tree]!;
      this.visit(root, points, weights, contributions);
    });
  }

  /** Expected values of a node at each point, given the `reach` at each, weights included. */
  private visit(
    node: number,
    points: Float64Array,
    reach: Float64Array,
    contributions: Float64Array,
  ): Float64Array {
    const { trees, failed } = this;
    const column = trees.column[node]!;
    const isRight = this.answers[trees.test[node]!] === 1;
    const failingShare = isRight ? trees.leftShare[node]! : 1 - trees.leftShare[node]!;
    const hasFailed = trees.priorShare[node]! > 0 && failed[column]! > 0;
    const prior = trees.priorShare[node]! || 1;
    const unknown = points.map((t) => (hasFailed ? 1 : (prior * (1 - t)) / (t + prior * (1 - t))));
    const failing = unknown.map((chance) => chance * failingShare);
    const follow = (child: number, chances: Float64Array): Float64Array => {
      if (child < 0) return points.map(() => trees.leaves[~child]!);
      const reached = reach.map((each, k) => each * chances[k]!);
      return this.visit(child, points, reached, contributions);
    };
    const [left, right] = [trees.left[node]!, trees.right[node]!];
    const whenPassing = follow(
      isRight ? right : left,
      failing.map((each) => 1 - each),
    );
    failed[column]!++;
    const whenFailing = follow(isRight ? left : right, failing);
    failed[column]!--;
    points.forEach((t, k) => {
      const known = t + prior * (1 - t);
      const slope = hasFailed ? 0 : prior / (known * known);
      contributions[column]! += failingShare * slope * reach[k]! * (whenPassing[k]! - whenFailing[k]!);
    });
    return whenPassing.map((value, k) => value - failing[k]! * (value - whenFailing[k]!));
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
