import type { FittingUnit, Parameters } from '../algorithm/algorithm.js';
import { treeSettings } from '../algorithm/parameters.js';
import type { TrainingView } from '../algorithm/training-view.js';
import type { RandomForestModel } from '../model/fitted-model.js';
import { normalised } from '../model/importance.js';
import { createRandom } from '../random/random.js';
import { growOnView } from '../tree/algorithm.js';
import type { GrownTree } from '../tree/grower.js';
import { joinEnsembles } from '../tree/tree-ensemble.js';
import { bootstrapWeights } from './bootstrap.js';

/**
 * Grows the tree of this number: a bootstrap sample, √features drawn at each node (Breiman 2001, as scikit-learn).
 * Its random numbers come from (seed, number) alone, so it is the same tree whichever worker grows it.
 */
export function growForestTree(view: TrainingView, parameters: Parameters, tree: number): GrownTree {
  const random = createRandom(view.problem.seed, tree);
  const weights = bootstrapWeights(view, random);
  const rows = view.activeRows.filter((row) => weights[row]! > 0);
  const maxFeatures = Math.max(1, Math.floor(Math.sqrt(view.problem.matrix.columns)));
  return growOnView(view, weights, rows, { ...treeSettings(parameters), sampling: { maxFeatures, random } });
}

/** The trees `from` up to but without `to`; `importance` is their mean. */
export function* fitForestPart(
  view: TrainingView,
  unit: FittingUnit,
): Generator<undefined, RandomForestModel> {
  const grown: GrownTree[] = [];
  for (let tree = unit.from; tree < unit.to; tree++) {
    grown.push(growForestTree(view, unit.parameters, tree));
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
