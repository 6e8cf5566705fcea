import { assertTrainingData, type FittedModel, type Parameters, type TrainingData } from '@weir/learning';
import { ExchangeError } from '../../errors.js';
import { importMl } from '../import/import-ml.js';
import { DecisionTreeClassifier, jsonOf, RandomForestClassifier } from '../packages/packages.js';
import { assertTreesAffordable } from './limits.js';
import { cartOptions, checkParameters, RULES } from './ml-parameters.js';
import { countRows, plainRows } from './plain-rows.js';
import { withCoverOf } from './recount-cover.js';

/** The algorithms that the engine "ml" has. */
export const ML_ALGORITHMS = ['decision-tree', 'random-forest'] as const;
export type MlAlgorithm = (typeof ML_ALGORITHMS)[number];

export interface MlConfiguration {
  readonly algorithm: string;
  readonly parameters: Parameters;
}

const DEFAULT_TREES = 50;

function trainCart(data: TrainingData, parameters: Parameters): object {
  const tree = new DecisionTreeClassifier(cartOptions(parameters));
  const { rows, labels } = plainRows(data);
  tree.train(rows, labels);
  return jsonOf(tree);
}

/** The package's option for so many columns. It takes 1 for a share, all columns. Throws `EXCHANGE_ML_PARAMETER`. */
function maxFeaturesOption(parameters: Parameters, columns: number): number {
  const wanted = Number(parameters.maxFeatures ?? columns);
  if (wanted > columns)
    throw new ExchangeError('EXCHANGE_ML_PARAMETER', `maxFeatures is ${wanted} of ${columns} columns`);
  const drawn = wanted < 1 ? Math.max(1, Math.floor(wanted * columns)) : wanted;
  return drawn === 1 && columns > 1 ? 1.5 / columns : drawn;
}

function trainForest(data: TrainingData, parameters: Parameters, seed: number): object {
  const forest = new RandomForestClassifier({
    nEstimators: parameters.nEstimators ?? DEFAULT_TREES,
    maxFeatures: maxFeaturesOption(parameters, data.matrix.columns),
    seed: seed | 0,
    noOOB: true,
    treeOptions: cartOptions(parameters),
  });
  const { rows, labels } = plainRows(data);
  forest.train(rows, labels);
  return jsonOf(forest);
}

/**
 * Fits with ml-cart or ml-random-forest, and imports the result. The same seed gives the same model. No class weights:
 * the packages have none; a whole row weight is that many rows.
 *
 * Parameters: `criterion` ('gini'), `maxDepth`, `minSamplesSplit`, `minImpurityDecrease`; for a forest also
 * `nEstimators` (50) and `maxFeatures` (columns, or share of them, that are drawn for a tree, with replacement; as many
 * as there are). What is absent has the package's default: a node of three rows or fewer, or a gain of 0.01 or less, is
 * not split.
 *
 * Throws the errors of `assertTrainingData`, `EXCHANGE_ML_ALGORITHM`, `EXCHANGE_ML_PARAMETER`, `EXCHANGE_ML_MISSING`,
 * `EXCHANGE_ML_WEIGHTS`, and `EXCHANGE_ML_LIMIT` where it would take more than about a minute.
 */
export function trainWithMl(data: TrainingData, configuration: MlConfiguration, seed: number): FittedModel {
  const { algorithm, parameters } = configuration;
  if (algorithm !== 'decision-tree' && algorithm !== 'random-forest')
    throw new ExchangeError('EXCHANGE_ML_ALGORITHM', algorithm);
  assertTrainingData(data);
  checkParameters(parameters, RULES[algorithm]);
  const { columns } = data.matrix;
  const isForest = algorithm === 'random-forest';
  const trees = isForest ? Number(parameters.nEstimators ?? DEFAULT_TREES) : 1;
  assertTreesAffordable(countRows(data), columns, trees);
  const json = isForest ? trainForest(data, parameters, seed) : trainCart(data, parameters);
  const model = importMl(json, { features: columns, classes: data.classes });
  return { ...model, trees: withCoverOf(model.trees, data) };
}
