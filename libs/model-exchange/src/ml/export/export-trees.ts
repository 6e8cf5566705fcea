import type { DecisionTreeModel, RandomForestModel } from '@weir/learning';
import { ExchangeError } from '../../errors.js';
import type { MlCartJson, MlRandomForestJson, MlTreeNode, MlTreeOptions } from '../json/ml-json.js';
import { type LeafJson, treeJson } from './tree-json.js';

const CLASSIFIER: MlTreeOptions = {
  kind: 'classifier',
  gainFunction: 'gini',
  splitFunction: 'mean',
  minNumSamples: 1,
  maxDepth: null,
  gainThreshold: 0,
};
const REGRESSION: MlTreeOptions = { ...CLASSIFIER, kind: 'regression', gainFunction: 'regression' };

const classifier = (root: MlTreeNode): MlCartJson => ({ name: 'DTClassifier', options: CLASSIFIER, root });

const sharesLeaf: LeafJson = (shares) => [Array.from(shares)];

function forestJson(
  estimators: readonly MlCartJson[],
  features: number,
  isClassifier: boolean,
): MlRandomForestJson {
  const everyColumn = Array.from({ length: features }, (_, column) => column);
  return {
    name: isClassifier ? 'RFClassifier' : 'RFRegression',
    ...(!isClassifier && { selectionMethod: 'mean' as const }),
    baseModel: {
      indexes: estimators.map(() => everyColumn),
      n: features,
      replacement: false,
      maxFeatures: features,
      nEstimators: estimators.length,
      treeOptions: {},
      isClassifier,
      seed: 0,
      estimators,
      useSampleBagging: true,
    },
  };
}

/**
 * The tree as ml-cart 2.1.1's DecisionTreeClassifier loads it; it predicts our labels. Rows must have no missing
 * values: there, they go right at every node.
 */
export function exportMlCart(model: DecisionTreeModel): MlCartJson {
  return classifier(treeJson(model.trees, 0, sharesLeaf));
}

/** A constant tree: a vote for class `winner`. */
function constantVote(winner: number): MlCartJson {
  const distribution = [Array.from({ length: winner + 1 }, (_, index) => (index === winner ? 1 : 0))];
  return classifier({ distribution });
}

/**
 * Ours gives a tie to the lowest class, ml-random-forest to whichever came to its votes first. Constant trees break
 * ties our way: of two classes an even number of trees needs one vote more; of K classes every tree votes K times
 * and class c has K - 1 - c votes more, too few to turn a lead.
 */
function withTiesBroken(trees: readonly MlCartJson[], classes: number): readonly MlCartJson[] {
  if (classes === 2) return trees.length % 2 === 0 ? [constantVote(0), ...trees] : trees;
  const extra = Array.from({ length: classes }, (_, winner) =>
    Array.from({ length: classes - 1 - winner }, () => constantVote(winner)),
  ).flat();
  return [...extra, ...trees.flatMap((tree) => Array.from({ length: classes }, () => tree))];
}

/** Throws `EXCHANGE_ML_VOTES` at the first leaf that has not one class alone. */
function assertWholeVotes({ feature, width, values }: RandomForestModel['trees']): void {
  for (let node = 0; node < feature.length; node++) {
    const shares = values.subarray(node * width, (node + 1) * width);
    if (feature[node]! < 0 && shares.filter((share) => share > 0).length !== 1)
      throw new ExchangeError('EXCHANGE_ML_VOTES', `node ${node} holds ${Array.from(shares).join(', ')}`);
  }
}

export interface MlForestOptions {
  /**
   * 'exact' (the default) refuses a forest with mixed leaves (`EXCHANGE_ML_VOTES`). 'majority' lets each tree vote for
   * its leaf's largest class, as that package does: labels may differ from ours where trees are of two minds.
   */
  readonly votes?: 'exact' | 'majority';
}

/**
 * The forest as ml-random-forest 2.1.0's RandomForestClassifier loads it; it predicts our labels, ties included.
 * Rows must have no missing values: there, they go right at every node.
 */
export function exportMlRandomForest(
  model: RandomForestModel,
  options: MlForestOptions = {},
): MlRandomForestJson {
  const { trees, classes, features } = model;
  if (options.votes !== 'majority') assertWholeVotes(trees);
  const voters = Array.from(trees.roots, (_, tree) => classifier(treeJson(trees, tree, sharesLeaf)));
  return forestJson(withTiesBroken(voters, classes), features, true);
}

/**
 * Our probability of one class as an ml-random-forest 2.1.0 RandomForestRegression: the mean of the trees' shares, for
 * any tree or forest, mixed leaves or not. Rows must have no missing values.
 */
export function exportMlProbability(
  model: DecisionTreeModel | RandomForestModel,
  classIndex: number,
): MlRandomForestJson {
  const { trees, classes, features } = model;
  if (!Number.isInteger(classIndex) || classIndex < 0 || classIndex >= classes)
    throw new ExchangeError('EXCHANGE_ML_PARAMETER', `class ${classIndex} of ${classes}`);
  const estimators = Array.from(
    trees.roots,
    (_, tree): MlCartJson => ({
      name: 'DTRegression',
      options: REGRESSION,
      root: treeJson(trees, tree, (shares) => shares[classIndex]!),
    }),
  );
  return forestJson(estimators, features, false);
}
