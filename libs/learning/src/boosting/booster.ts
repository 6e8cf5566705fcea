import type { TrainingView } from '../algorithm/training-view.js';
import { createRandom } from '../random/random.js';
import { TreeGrower } from '../tree/grower.js';
import type { TreeEnsemble } from '../tree/tree-ensemble.js';
import { CodeWalker } from '../tree/walk.js';
import { GradientTarget } from './gradient-target.js';
import {
  baseScores,
  type ScoredRows,
  writeBinaryDerivatives,
  writeClassDerivatives,
  writeProbabilities,
} from './log-loss.js';
import type { BoostingSettings } from './settings.js';
import { Subsample } from './subsample.js';

/**
 * Gradient boosting of the log loss (Friedman 2001), stage by stage: one tree for two classes, one a class for more.
 * Scores of every training and validation row are kept up to date, so that a stage can be judged as it is reached.
 */
export class Booster {
  readonly base: Float64Array;
  /** Log-odds of each row of the problem: rows × outputs. Only training and `watched` rows are kept. */
  readonly scores: Float64Array;
  /** Gain each column brought, over all trees. */
  readonly gains: Float64Array;
  private readonly scored: ScoredRows;
  private readonly sample: Subsample;
  private readonly target: GradientTarget;
  private readonly grower: TreeGrower;
  private readonly walker: CodeWalker;
  private readonly order: Int32Array;
  private readonly probabilities: Float64Array;
  private leafValues = new Float64Array(64);

  constructor(
    private readonly view: TrainingView,
    settings: BoostingSettings,
    /** Rows that are not trained on, but whose scores are wanted. */
    private readonly watched: Int32Array,
  ) {
    const { binned, labels, seed } = view.problem;
    this.base = baseScores(classTotals(view));
    const outputs = this.base.length;
    this.scores = new Float64Array(labels.length * outputs);
    for (let index = 0; index < this.scores.length; index++) this.scores[index] = this.base[index % outputs]!;
    this.scored = { labels, classWeights: view.classWeights, scores: this.scores };
    this.probabilities = new Float64Array(outputs > 1 ? this.scores.length : 0);
    this.sample = new Subsample(view, settings.subsample, createRandom(seed, 1));
    this.target = new GradientTarget(new Float64Array(labels.length * 2), settings);
    this.grower = new TreeGrower(binned, this.target, settings.limits);
    this.walker = new CodeWalker(binned);
    this.order = new Int32Array(view.activeRows.length);
    this.gains = new Float64Array(binned.columns);
  }

  /** Grows the next stage's trees. They are compiled, and given back, only where `keep` says so. */
  advance(keep: boolean): TreeEnsemble[] {
    const { sample, base, scores } = this;
    sample.draw();
    if (base.length > 1) writeProbabilities(scores, base.length, sample.rows, this.probabilities);
    const grown: TreeEnsemble[] = [];
    for (let output = 0; output < base.length; output++) {
      this.grow(output);
      if (keep) grown.push(this.grower.nodes.compile(this.view.problem.binned.edges, this.target));
      this.addLeaves(output);
      for (let column = 0; column < this.gains.length; column++) {
        this.gains[column]! += this.grower.importance[column]!;
      }
    }
    return grown;
  }

  private grow(output: number): void {
    const { sample, scored, target, order } = this;
    const { weights, rows } = sample;
    if (this.base.length === 1) writeBinaryDerivatives(scored, weights, rows, target.derivatives);
    else writeClassDerivatives(scored, this.probabilities, output, weights, rows, target.derivatives);
    order.set(rows);
    this.grower.grow(order.subarray(0, rows.length));
  }

  /** Adds the tree's values to the scores of the rows it was grown on, by node, and of the others, by their codes. */
  private addLeaves(output: number): void {
    const { order, scores, sample, walker, target } = this;
    const { nodes } = this.grower;
    const outputs = this.base.length;
    if (this.leafValues.length < nodes.length) this.leafValues = new Float64Array(nodes.column.length);
    for (let node = 0; node < nodes.length; node++) {
      const value = target.valueOf(nodes.sums, node * 2);
      this.leafValues[node] = value;
      if (nodes.column[node]! >= 0) continue;
      const end = nodes.end[node]!;
      for (let index = nodes.start[node]!; index < end; index++) {
        scores[order[index]! * outputs + output]! += value;
      }
    }
    walker.begin(nodes);
    walker.addValues(nodes, this.leafValues, sample.rest, scores, outputs, output);
    walker.addValues(nodes, this.leafValues, this.watched, scores, outputs, output);
  }
}

function classTotals(view: TrainingView): Float64Array {
  const totals = new Float64Array(view.problem.classes);
  for (const row of view.activeRows) {
    const label = view.problem.labels[row]!;
    totals[label]! += view.weights[row]! * view.classWeights[label]!;
  }
  return totals;
}
