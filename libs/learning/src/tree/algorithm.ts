import { CRITERION, checkParameters, POSITIVE_INTEGER, treeSettings } from '../algorithm/parameters.js';
import { singleUnit } from '../algorithm/single-unit.js';
import type { TrainingView } from '../algorithm/training-view.js';
import { normalised } from '../model/importance.js';
import { ClassTarget, type ClassTargetOptions } from './class-target.js';
import { type GrowLimits, TreeGrower } from './grower.js';
import { RowOrder } from './row-order.js';
import type { TreeEnsemble } from './tree-ensemble.js';

export interface GrownTree {
  readonly ensemble: TreeEnsemble;
  /** Fall of impurity each column brought, not normalised. */
  readonly importance: Float64Array;
}

export type ClassTreeOptions = Omit<ClassTargetOptions, 'classWeights'> & GrowLimits;

/** Grows one classification tree on a view's rows of these weights. */
export function growOnView(
  view: TrainingView,
  weights: Float64Array,
  rows: Int32Array,
  options: ClassTreeOptions,
): GrownTree {
  const { binned, labels } = view.problem;
  const target = new ClassTarget(labels, weights, { ...options, classWeights: view.classWeights });
  const grower = new TreeGrower(binned, target, options, new RowOrder(rows.length));
  grower.grow(rows);
  return { ensemble: grower.nodes.compile(binned.edges, target), importance: grower.importance };
}

export const TREE_RULES = {
  criterion: CRITERION,
  maxDepth: POSITIVE_INTEGER,
  minSamplesLeaf: POSITIVE_INTEGER,
  maxLeafNodes: POSITIVE_INTEGER,
};

/**
 * `criterion` (`log_loss` and `entropy` give the same tree), and where wanted `maxDepth`, `minSamplesLeaf`
 * (row weight of a leaf) and `maxLeafNodes`.
 */
export const decisionTree = singleUnit({
  name: 'decision-tree',
  defaultGrid: { criterion: ['gini', 'entropy', 'log_loss'] },
  validate: (parameters) => checkParameters(parameters, TREE_RULES, []),
  sameFit: (parameters) => ({
    ...parameters,
    ...(parameters.criterion === 'log_loss' && { criterion: 'entropy' }),
  }),
  // biome-ignore lint/correctness/useYield: one tree takes well under the second within which a search must stop
  *fitWhole(view, parameters) {
    const grown = growOnView(view, view.weights, view.activeRows.slice(), treeSettings(parameters));
    return {
      algorithm: 'decision-tree',
      features: view.problem.matrix.columns,
      classes: view.problem.classes,
      trees: grown.ensemble,
      importance: normalised(grown.importance),
    };
  },
});
