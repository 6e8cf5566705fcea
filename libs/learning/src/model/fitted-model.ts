import type { KnnModel } from '../knn/knn-model.js';
import type { Preprocessing } from '../preprocessing/preprocessing.js';
import type { TreeEnsemble } from '../tree/tree-ensemble.js';

interface ModelShape {
  /** Columns a row must have. */
  readonly features: number;
  readonly classes: number;
}

export interface DecisionTreeModel extends ModelShape {
  readonly algorithm: 'decision-tree';
  readonly trees: TreeEnsemble;
  /** Share of the fall of impurity each column brought; sums to 1 unless no column split. */
  readonly importance: Float64Array;
}

export interface RandomForestModel extends ModelShape {
  readonly algorithm: 'random-forest';
  readonly trees: TreeEnsemble;
  /** Mean over the trees of each tree's shares. */
  readonly importance: Float64Array;
}

export interface LogisticRegressionModel extends ModelShape, Preprocessing {
  readonly algorithm: 'logistic-regression';
  /** `outputs` × `features`, on scaled values. Two classes have one output (class 1 against 0), k have k. */
  readonly coefficients: Float64Array;
  /** One an output. */
  readonly intercepts: Float64Array;
}

export interface AdaBoostModel extends ModelShape {
  readonly algorithm: 'adaboost';
  /** A leaf holds its tree's weight at the class it votes for, and 0 at the others. */
  readonly trees: TreeEnsemble;
  /** Weight of each tree's vote. */
  readonly estimatorWeights: Float64Array;
  /** Mean of the trees' shares, each by its vote's weight. */
  readonly importance: Float64Array;
}

export interface GradientBoostingModel extends ModelShape {
  readonly algorithm: 'gradient-boosting';
  /** A leaf holds one number, the learning rate in it: what it adds to the log-odds of its output (tree mod outputs). */
  readonly trees: TreeEnsemble;
  /** Log-odds before the first tree: one output for two classes (class 1 against 0), k for k (softmax). */
  readonly base: Float64Array;
  /** Share of the gain each column brought. */
  readonly importance: Float64Array;
}

/** A model that can predict: plain numbers, no code. A further algorithm adds its member here. */
export type FittedModel =
  | LogisticRegressionModel
  | KnnModel
  | DecisionTreeModel
  | RandomForestModel
  | AdaBoostModel
  | GradientBoostingModel;

/** A model made of trees. */
export type TreeModel = DecisionTreeModel | RandomForestModel | AdaBoostModel | GradientBoostingModel;

export type { KnnModel } from '../knn/knn-model.js';

export type AlgorithmName = FittedModel['algorithm'];
