import type { TrainingView } from '../algorithm/training-view.js';
import { createRandom } from '../random/random.js';
import { TreeGrower } from '../tree/grower.js';
import { HistogramCounter } from '../tree/histogram-counter.js';
import { LocalHistograms } from '../tree/histograms.js';
import { RowRouter } from '../tree/router.js';
import { RowOrder } from '../tree/row-order.js';
import type { TreeEnsemble } from '../tree/tree-ensemble.js';
import { CrewHistograms } from './crew/crew.js';
import { derivativesFor, GradientTarget } from './gradient-target.js';
import {
  baseScores,
  type ScoredRows,
  writeBinaryDerivatives,
  writeClassDerivatives,
  writeProbabilities,
} from './log-loss.js';
import type { BoostingSettings } from './settings.js';
import { Subsample } from './subsample.js';

/** Rows times the words of each from which a fit has a crew. */
const WORTH_A_CREW = 200_000;
const MOST_OPEN = 64;
/** Numbers of shared histograms: 64 MiB. */
const MOST_SHARED = 2 ** 23;

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
  private readonly router: RowRouter;
  private readonly crew: CrewHistograms | undefined;
  private readonly probabilities: Float64Array;

  constructor(
    private readonly view: TrainingView,
    settings: BoostingSettings,
    /** Rows that are not trained on, but whose scores are wanted. */
    private readonly watched: Int32Array,
    /** How many threads may count, this one included; they change no bit of the result. */
    threads = 1,
  ) {
    const { binned, labels, seed } = view.problem;
    this.base = baseScores(classTotals(view));
    const outputs = this.base.length;
    this.scores = new Float64Array(labels.length * outputs);
    for (let index = 0; index < this.scores.length; index++) this.scores[index] = this.base[index % outputs]!;
    this.scored = { labels, classWeights: view.classWeights, scores: this.scores };
    this.probabilities = new Float64Array(outputs > 1 ? this.scores.length : 0);
    this.sample = new Subsample(view, settings.subsample, createRandom(seed, 1));
    this.target = new GradientTarget(derivativesFor(labels.length), settings);
    const order = new RowOrder(view.activeRows.length);
    const counter = new HistogramCounter(binned, this.target, threads);
    this.crew = this.crewFor(counter, order, settings);
    const histograms = this.crew ?? new LocalHistograms(counter);
    this.grower = new TreeGrower(binned, this.target, settings.limits, order, histograms);
    this.router = new RowRouter(binned, watched.length + this.sample.mostLeftOut);
    this.gains = new Float64Array(binned.columns);
  }

  /** Large fits are worth a crew; its threads take longer to start than a small one takes. */
  private crewFor(
    counter: HistogramCounter,
    order: RowOrder,
    settings: BoostingSettings,
  ): CrewHistograms | undefined {
    const rows = this.view.activeRows.length;
    if (counter.threads < 2 || counter.parts < 2 || rows * counter.words < WORTH_A_CREW) return undefined;
    const { binned } = this.view.problem;
    const { derivatives } = this.target;
    const { learningRate, minChildWeight, l2Regularization } = settings;
    const options = { learningRate, minChildWeight, l2Regularization };
    const slots = Math.min(openNodes(settings.limits) + 2, Math.floor(MOST_SHARED / counter.fullLength));
    return new CrewHistograms({ binned, derivatives, options, orders: order.sides }, counter, slots);
  }

  /** Ends the threads that count. */
  close(): void {
    this.crew?.close();
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
    const { sample, scored, target } = this;
    const { weights, rows } = sample;
    const { pairs } = target.derivatives;
    const sums =
      this.base.length === 1
        ? writeBinaryDerivatives(scored, weights, rows, pairs)
        : writeClassDerivatives(scored, this.probabilities, output, weights, rows, pairs);
    target.begin(rows, sums);
    this.grower.grow(rows);
    target.finish(this.grower.nodes, this.grower.order);
  }

  /** Adds the tree's values to the scores, leaf by leaf, of the rows it was grown on and of the others. */
  private addLeaves(output: number): void {
    const { scores, sample, router, target } = this;
    const { nodes, order } = this.grower;
    const outputs = this.base.length;
    router.route(nodes, sample.rest, this.watched);
    for (let node = 0; node < nodes.length; node++) {
      if (nodes.column[node]! >= 0) continue;
      const value = target.valueOf(node);
      const depth = nodes.depth[node]!;
      addTo(scores, outputs, output, order.at(depth), nodes.start[node]!, nodes.end[node]!, value);
      addTo(scores, outputs, output, router.order.at(depth), router.start[node]!, router.end[node]!, value);
    }
  }
}

/** Adds `value` to one output of the rows `order[start..end)`. */
function addTo(
  scores: Float64Array,
  outputs: number,
  output: number,
  order: Int32Array,
  start: number,
  end: number,
  value: number,
): void {
  for (let index = start; index < end; index++) scores[order[index]! * outputs + output]! += value;
}

/** Most nodes that wait with a histogram: depth first one a level, best first all leaves. */
function openNodes({ maxDepth, maxLeafNodes }: BoostingSettings['limits']): number {
  return Math.min(maxLeafNodes ?? maxDepth ?? MOST_OPEN, MOST_OPEN);
}

function classTotals(view: TrainingView): Float64Array {
  const totals = new Float64Array(view.problem.classes);
  for (const row of view.activeRows) {
    const label = view.problem.labels[row]!;
    totals[label]! += view.weights[row]! * view.classWeights[label]!;
  }
  return totals;
}
