import type { TrainingView } from '../algorithm/training-view.js';
import { ClassTarget } from '../tree/class-target.js';
import { type GrowLimits, TreeGrower } from '../tree/grower.js';
import { RowRouter } from '../tree/router.js';
import { RowOrder } from '../tree/row-order.js';
import type { TreeEnsemble } from '../tree/tree-ensemble.js';

export interface CommitteeSettings {
  readonly learningRate: number;
  readonly limits: GrowLimits;
}

/** One member: its tree, the weight of its vote, and what its columns brought. */
export interface Member {
  readonly tree: TreeEnsemble;
  readonly weight: number;
  readonly importance: Float64Array;
}

/** The weight of a member that makes no error, as in scikit-learn. */
const FLAWLESS = 1;

/**
 * AdaBoost (SAMME: Zhu, Zou, Rosset & Hastie 2009), member by member: each one's tree is grown with the rows the others
 * got wrong weighing more.
 */
export class Committee {
  /** Set when a member was flawless, no better than chance, or left weights that overflow: no further one can follow. */
  isComplete = false;
  /** Votes of each row of the problem: rows × classes. Only those of watched rows are counted. */
  readonly votes: Float64Array;
  totalWeight = 0;
  private readonly weights: Float64Array;
  private readonly target: ClassTarget;
  private readonly grower: TreeGrower;
  private readonly router: RowRouter;
  private members = 0;

  constructor(
    private readonly view: TrainingView,
    private readonly settings: CommitteeSettings,
    private readonly watched: Int32Array,
  ) {
    const { binned, labels, classes } = view.problem;
    this.weights = view.weights.map((weight, row) => weight * view.classWeights[labels[row]!]!);
    const classWeights = new Float64Array(classes).fill(1);
    // Rows may weigh next to nothing, so no leaf is too light.
    this.target = new ClassTarget(labels, this.weights, {
      criterion: 'gini',
      classWeights,
      minSamplesLeaf: 0,
    });
    this.grower = new TreeGrower(binned, this.target, settings.limits, new RowOrder(view.activeRows.length));
    this.router = new RowRouter(binned, watched.length);
    this.votes = new Float64Array(labels.length * classes);
  }

  /** Grows the next member, unless the committee is complete. It is compiled, and given back, only with `keep`. */
  advance(keep: boolean): Member | undefined {
    if (this.isComplete) return undefined;
    this.grower.grow(this.view.activeRows);
    const choices = this.choices();
    const share = this.missedShare(choices);
    const odds = Math.log((1 - share) / share) + Math.log(this.view.problem.classes - 1);
    const earned = Math.fround(this.settings.learningRate * odds);
    const isFlawless = share <= 0;
    // No better than chance, or by less than a vote can say.
    const isUseless = !isFlawless && !(earned > 0);
    this.isComplete = isFlawless || isUseless;
    // A first member stays however bad it is: there is nothing else to answer with.
    if (isUseless && this.members > 0) return undefined;
    const weight = this.isComplete ? FLAWLESS : earned;
    this.take(choices, weight);
    return keep ? this.compile(choices, weight) : undefined;
  }

  /** The class each node votes for; the lowest of equals. */
  private choices(): Int32Array {
    const { nodes } = this.grower;
    const { width } = nodes;
    return Int32Array.from({ length: nodes.length }, (_, node) => {
      let best = 0;
      for (let index = 1; index < width; index++) {
        if (nodes.sums[node * width + index]! > nodes.sums[node * width + best]!) best = index;
      }
      return best;
    });
  }

  /** Share of the weight that the tree gets wrong. Row by row: of a flawless tree, sums of nodes keep what rounding left. */
  private missedShare(choices: Int32Array): number {
    const { nodes, order } = this.grower;
    const { labels } = this.view.problem;
    const { weights } = this;
    let missed = 0;
    let all = 0;
    for (let node = 0; node < nodes.length; node++) {
      if (nodes.column[node]! >= 0) continue;
      const rows = order.at(nodes.depth[node]!);
      const end = nodes.end[node]!;
      for (let index = nodes.start[node]!; index < end; index++) {
        const row = rows[index]!;
        all += weights[row]!;
        if (labels[row] !== choices[node]) missed += weights[row]!;
      }
    }
    return missed / all;
  }

  /** Counts the member's votes, and shifts the weight of the rows to those it got wrong. */
  private take(choices: Int32Array, weight: number): void {
    this.members++;
    this.totalWeight += weight;
    const { router, votes } = this;
    const { nodes } = this.grower;
    router.route(nodes, this.watched);
    for (let node = 0; node < nodes.length; node++) {
      if (nodes.column[node]! >= 0) continue;
      const rows = router.order.at(nodes.depth[node]!);
      const end = router.end[node]!;
      for (let index = router.start[node]!; index < end; index++) {
        votes[rows[index]! * nodes.width + choices[node]!]! += weight;
      }
    }
    this.reweight(choices, weight);
  }

  private reweight(choices: Int32Array, weight: number): void {
    const { nodes, order } = this.grower;
    const { activeRows, problem } = this.view;
    const { weights } = this;
    const factor = Math.exp(weight);
    let sum = 0;
    for (let node = 0; node < nodes.length; node++) {
      if (nodes.column[node]! >= 0) continue;
      const rows = order.at(nodes.depth[node]!);
      const end = nodes.end[node]!;
      for (let index = nodes.start[node]!; index < end; index++) {
        const row = rows[index]!;
        if (problem.labels[row] !== choices[node]) weights[row]! *= factor;
        sum += weights[row]!;
      }
    }
    const scale = activeRows.length / sum;
    // The weights have grown beyond all numbers, as scikit-learn warns of: what follows would be noise.
    if (!(scale > 0 && scale < Number.POSITIVE_INFINITY)) {
      this.isComplete = true;
      return;
    }
    for (const row of activeRows) weights[row]! *= scale;
  }

  private compile(choices: Int32Array, weight: number): Member {
    const tree = this.grower.nodes.compile(this.view.problem.binned.edges, this.target);
    tree.values.fill(0);
    choices.forEach((choice, node) => {
      tree.values[node * tree.width + choice] = weight;
    });
    return { tree, weight, importance: this.grower.importance.slice() };
  }
}
