import type { DecisionTreeModel, RandomForestModel, TreeEnsemble } from '@weir/learning';
import { fault, indexAt, type JsonObject, listAt, objectAt } from '../json/read-json.js';
import type { MlImportOptions } from './import-options.js';
import { joinTrees } from './join-trees.js';
import { firstLargest, roundedShares, treeArrays } from './tree-arrays.js';
import { forestImportance, treeImportance } from './tree-importance.js';
import { type ReadNode, readTree } from './tree-nodes.js';

function shapeOf(trees: readonly (readonly ReadNode[])[], options: MlImportOptions) {
  let features = 1;
  let classes = 2;
  for (const { column, shares } of trees.flat()) {
    if (column >= features) features = column + 1;
    if (shares.length > classes) classes = shares.length;
  }
  const least = { features, classes };
  for (const name of ['features', 'classes'] as const) {
    if ((options[name] ?? least[name]) < least[name])
      throw fault(`${options[name]} ${name}, but it uses ${least[name]}`);
  }
  return { features: options.features ?? features, classes: options.classes ?? classes };
}

/** A tree of ml-cart's `DecisionTreeClassifier`. */
export function importCart(json: JsonObject, options: MlImportOptions): DecisionTreeModel {
  const nodes = readTree(json.root, 'root');
  const { features, classes } = shapeOf([nodes], options);
  return {
    algorithm: 'decision-tree',
    features,
    classes,
    trees: treeArrays(nodes, classes, (shares) => roundedShares(shares, classes)),
    importance: treeImportance(nodes, features),
  };
}

/** How much of its vote a tree goes without, so that ties end as in ml-random-forest. */
function withheld(classes: number, treesBehind: number): number {
  if (classes === 2) return treesBehind === 0 ? 2 ** -10 : 0;
  return 2 ** -(6 + treesBehind);
}

/**
 * A vote for the leaf's class. ml-random-forest counts votes in the trees' order and, of equals, takes the class that
 * reached its count first; so the last trees count a little less: of two classes the last tree, of more each tree half
 * of the one behind it, as far as 32 bits tell (ties that hang on trees further from the end go to the lower index).
 */
function voteOf(winner: number, classes: number, treesBehind: number): Float32Array {
  const rest = withheld(classes, treesBehind);
  return Float32Array.from({ length: classes }, (_, index) =>
    index === winner ? 1 - rest : rest / (classes - 1),
  );
}

function readForest(json: JsonObject): ReadNode[][] {
  const base = objectAt(json.baseModel, 'baseModel');
  const indexes = listAt(base.indexes, 'indexes');
  const estimators = listAt(base.estimators, 'estimators');
  if (estimators.length === 0 || estimators.length !== indexes.length)
    throw fault(`${estimators.length} estimators with ${indexes.length} indexes`);
  return estimators.map((estimator, tree) => {
    const place = `estimator ${tree}`;
    const columns = listAt(indexes[tree], `indexes of ${place}`).map((column) => indexAt(column, place));
    const { name, root } = objectAt(estimator, place);
    if (name !== 'DTClassifier') throw fault(`${place} is a ${String(name)}`);
    return readTree(root, place, columns);
  });
}

/** A forest of ml-random-forest's `RandomForestClassifier`: each tree has one vote, as there. */
export function importForest(json: JsonObject, options: MlImportOptions): RandomForestModel {
  const trees = readForest(json);
  const { features, classes } = shapeOf(trees, options);
  const ensembles = trees.map(
    (nodes, tree): TreeEnsemble =>
      treeArrays(nodes, classes, (shares) => voteOf(firstLargest(shares), classes, trees.length - 1 - tree)),
  );
  return {
    algorithm: 'random-forest',
    features,
    classes,
    trees: joinTrees(ensembles),
    importance: forestImportance(
      trees.map((nodes) => treeImportance(nodes, features)),
      features,
    ),
  };
}
