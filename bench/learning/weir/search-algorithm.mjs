import {
  algorithmOf,
  binaryCounts,
  f1,
  fitModel,
  mostProbable,
  predictProbabilities,
  searchModels,
  selectData,
} from '@weir/learning';
import { secondsSince } from './problem.mjs';

/** The rows a split trains on, with their groups where it keeps rows together. */
export function trainingPart(data, { train, groups }) {
  const training = selectData(data, Int32Array.from(train));
  return groups ? { ...training, groups: Int32Array.from(groups) } : training;
}

/** F1 of the positive class on the split's test rows. */
export function testF1(model, data, { test }, positive) {
  const { matrix, labels, classes } = selectData(data, Int32Array.from(test));
  const predicted = mostProbable(predictProbabilities(model, matrix), classes, new Int32Array(matrix.rows));
  return f1(binaryCounts(labels, predicted, positive));
}

/**
 * Searches one algorithm's grid on a split's training part and fits the best candidate on all of it, which is timed;
 * then tests it. Throws where the search did not validate on the split's folds.
 */
export async function searchAlgorithm(name, { data, split, positive, folds, executor, quick }) {
  const training = trainingPart(data, split);
  const settings = { seed: split.seed, classWeighting: 'none', executor };
  const grid = quick ? shortened(algorithmOf(name).defaultGrid) : algorithmOf(name).defaultGrid;
  const begun = performance.now();
  const search = await searchModels(training, {
    ...settings,
    algorithms: [name],
    grids: { [name]: grid },
    positive,
    folds,
  });
  const model = await fitModel(training, search.best, settings);
  const seconds = secondsSince(begun);
  if (search.foldOf.some((fold, row) => fold !== split.foldOf[row]))
    throw new Error(`${name} was validated on other folds than those of the split`);
  return {
    seconds,
    candidates: search.candidates.length,
    parameters: search.best.parameters,
    meanF1: search.best.meanF1,
    testF1: testF1(model, data, split, positive),
    trees: 'trees' in model ? treesFitted(name, search.candidates) * folds : 0,
  };
}

/** Two values of each parameter. */
function shortened(grid) {
  return Object.fromEntries(Object.entries(grid).map(([name, values]) => [name, values.slice(0, 2)]));
}

/** Trees one fold's search grows, by the plan: one fit answers for all sizes of an ensemble. */
function treesFitted(name, candidates) {
  const units = algorithmOf(name).planScoring(candidates.map(({ parameters }) => parameters));
  return units.reduce((sum, unit) => {
    const sizes = (unit.candidates ?? []).map(({ nEstimators = 1 }) => nEstimators);
    return sum + (sizes.length > 0 ? Math.max(...sizes) : unit.to - unit.from);
  }, 0);
}
