import type { FittingUnit, Parameters } from '../algorithm/algorithm.js';
import { treeSettings } from '../algorithm/parameters.js';
import type { TrainingView } from '../algorithm/training-view.js';
import type { RandomForestModel } from '../model/fitted-model.js';
import { normalised } from '../model/importance.js';
import { createRandom } from '../random/random.js';
import type { GrownTree } from '../tree/algorithm.js';
import { ClassTarget } from '../tree/class-target.js';
import { TreeGrower } from '../tree/grower.js';
import type { NodeTable } from '../tree/node-table.js';
import { RowOrder } from '../tree/row-order.js';
import { joinEnsembles } from '../tree/tree-ensemble.js';
import { drawBootstrap } from './bootstrap.js';

/** Grows a forest's trees, one after another in the same memory. */
export class ForestGrower {
  private readonly weights: Float64Array;
  readonly target: ClassTarget;
  private readonly grower: TreeGrower;
  private readonly rows: Int32Array;

  constructor(
    private readonly view: TrainingView,
    parameters: Parameters,
  ) {
    const { binned, labels, matrix } = view.problem;
    const settings = treeSettings(parameters);
    this.weights = new Float64Array(labels.length);
    this.target = new ClassTarget(labels, this.weights, { ...settings, classWeights: view.classWeights });
    const maxFeatures = Math.max(1, Math.floor(Math.sqrt(matrix.columns)));
    const order = new RowOrder(view.activeRows.length);
    this.grower = new TreeGrower(binned, this.target, { ...settings, maxFeatures }, order);
    this.rows = new Int32Array(view.activeRows.length);
  }

  /** The nodes of the tree grown last. */
  get nodes(): NodeTable {
    return this.grower.nodes;
  }

  /**
   * Grows the tree of this number: a bootstrap sample, √features drawn at each node (Breiman 2001, as scikit-learn).
   * Its random numbers come from (seed, number) alone, so it is the same tree whichever worker grows it.
   */
  growNodes(tree: number): void {
    const { view, weights, rows } = this;
    const { activeRows } = view;
    const random = createRandom(view.problem.seed, tree);
    drawBootstrap(view, random, weights);
    let count = 0;
    for (let index = 0; index < activeRows.length; index++) {
      const row = activeRows[index]!;
      if (weights[row]! > 0) rows[count++] = row;
    }
    this.grower.grow(rows.subarray(0, count), random);
  }

  /** The same, as predictors read it. */
  grow(tree: number): GrownTree {
    this.growNodes(tree);
    const ensemble = this.nodes.compile(this.view.problem.binned.edges, this.target);
    return { ensemble, importance: this.grower.importance.slice() };
  }
}

/** The trees `from` up to but without `to`; `importance` is their mean. */
export function* fitForestPart(
  view: TrainingView,
  unit: FittingUnit,
): Generator<undefined, RandomForestModel> {
  const grown: GrownTree[] = [];
  const grower = new ForestGrower(view, unit.parameters);
  for (let tree = unit.from; tree < unit.to; tree++) {
    grown.push(grower.grow(tree));
    yield;
  }
  const { matrix, classes } = view.problem;
  const importance = meanImportance(grown.map((tree) => normalised(tree.importance)));
  const trees = joinEnsembles(grown.map((tree) => tree.ensemble));
  return { algorithm: 'random-forest', features: matrix.columns, classes, trees, importance };
}

/** Mean of the parts' shares, each weighted by `counts` (1 where absent). */
export function meanImportance(shares: readonly Float64Array[], counts?: readonly number[]): Float64Array {
  const sums = new Float64Array(shares[0]!.length);
  shares.forEach((share, part) => {
    for (let column = 0; column < sums.length; column++)
      sums[column]! += share[column]! * (counts?.[part] ?? 1);
  });
  const total = counts?.reduce((sum, count) => sum + count, 0) ?? shares.length;
  return sums.map((sum) => sum / total);
}
