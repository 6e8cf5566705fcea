import type { TreeModel } from '../model/fitted-model.js';
import { CompiledShap, canCompile } from './compiled-shap.js';
import { addPathContributions } from './path-contributions.js';
import { type PathTrees, pathTreesOf } from './path-trees.js';
import { TreeShap } from './tree-shap.js';

/** What is explained of a tree model: a sum over `chosen` trees of one number a leaf, and `offset`. */
interface TreeScore {
  readonly values: Float64Array;
  readonly chosen: readonly number[];
  readonly offset: number;
}

/** Trees, forests: the class's probability. AdaBoost: scikit-learn's decision function. Boosting: the log-odds. */
function scoreOf(model: TreeModel, positive: number): TreeScore {
  const { values, width, roots, feature } = model.trees;
  const every = Array.from(roots.keys());
  const scaled = (by: number, index: number) =>
    Float64Array.from(feature, (_, node) => by * values[node * width + index]!);
  if (model.algorithm === 'gradient-boosting') {
    const outputs = model.base.length;
    if (outputs > 1) {
      const chosen = every.filter((tree) => tree % outputs === positive);
      return { values: scaled(1, 0), chosen, offset: model.base[positive]! };
    }
    const sign = positive === 1 ? 1 : -1;
    return { values: scaled(sign, 0), chosen: every, offset: sign * model.base[0]! };
  }
  if (model.algorithm === 'adaboost') {
    const total = model.estimatorWeights.reduce((sum, weight) => sum + weight, 0);
    const others = model.classes - 1;
    // Two classes have one decision: class 1's less class 0's, which are opposites.
    const by = model.classes === 2 ? 2 : 1;
    const values = scaled((by * model.classes) / (total * others), positive);
    return { values, chosen: every, offset: -by / others };
  }
  return { values: scaled(1 / roots.length, positive), chosen: every, offset: 0 };
}

/** Explains one class's score of a tree model. Laid out once; its working memory serves one row at a time. */
export class TreeExplainer {
  /** The score where nothing is known of a row. */
  readonly base: number;
  private readonly trees: PathTrees;
  private shap: TreeShap | CompiledShap | undefined;

  constructor(model: TreeModel, positive: number) {
    const { values, chosen, offset } = scoreOf(model, positive);
    this.trees = pathTreesOf(model.trees, values, chosen);
    this.base = this.trees.base + offset;
  }

  /** Adds the row's exact Shapley values: {@link TreeShap}. */
  addShapleyValues(row: Float32Array, contributions: Float64Array): void {
    this.shap ??= canCompile(this.trees) ? new CompiledShap(this.trees) : new TreeShap(this.trees);
    this.shap.addContributions(row, contributions);
  }

  /** Adds the row's path contributions, ten to two hundred times as fast: {@link addPathContributions}. */
  addPathContributions(row: Float32Array, contributions: Float64Array): void {
    addPathContributions(this.trees, row, contributions);
  }
}

const explainers = new WeakMap<TreeModel, Map<number, TreeExplainer>>();

/** The explainer of a model's class, made when it is first asked for and kept as long as the model. */
export function treeExplainerOf(model: TreeModel, positive: number): TreeExplainer {
  let ofModel = explainers.get(model);
  if (!ofModel) {
    ofModel = new Map();
    explainers.set(model, ofModel);
  }
  let explainer = ofModel.get(positive);
  if (!explainer) {
    explainer = new TreeExplainer(model, positive);
    ofModel.set(positive, explainer);
  }
  return explainer;
}
