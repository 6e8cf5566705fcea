import { assertTrainingData, type FittedModel, type Parameters, type TrainingData } from '@weir/learning';
import { ExchangeError } from '../../errors.js';
import { scaledForMl } from '../export/export-knn.js';
import { importMl } from '../import/import-ml.js';
import { DecisionTreeClassifier, jsonOf, KNN, RandomForestClassifier } from '../packages/packages.js';
import { assertNeighboursAffordable, assertTreesAffordable } from './limits.js';
import { cartOptions, checkParameters, RULES } from './ml-parameters.js';
import { countRows, plainRows } from './plain-rows.js';
import { withCoverOf } from './recount-cover.js';
import { noScale, standardScale } from './standard-scale.js';

/** The algorithms that the engine "ml" has. */
export const ML_ALGORITHMS = ['decision-tree', 'random-forest', 'knn'] as const;
export type MlAlgorithm = (typeof ML_ALGORITHMS)[number];

export interface MlConfiguration {
  readonly algorithm: string;
  readonly parameters: Parameters;
}

const DEFAULT_TREES = 50;
const DEFAULT_NEIGHBOURS = 5;

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

function trainTrees(data: TrainingData, algorithm: MlAlgorithm, parameters: Parameters, seed: number) {
  const { columns } = data.matrix;
  const isForest = algorithm === 'random-forest';
  const trees = isForest ? Number(parameters.nEstimators ?? DEFAULT_TREES) : 1;
  assertTreesAffordable(countRows(data), columns, trees);
  const json = isForest ? trainForest(data, parameters, seed) : trainCart(data, parameters);
  const model = importMl(json, { features: columns, classes: data.classes });
  return model.algorithm === 'knn' ? model : { ...model, trees: withCoverOf(model.trees, data) };
}

function trainKnn(data: TrainingData, parameters: Parameters): FittedModel {
  const { columns } = data.matrix;
  assertNeighboursAffordable(countRows(data), columns);
  const scale = parameters.scaling === 'none' ? noScale(columns) : standardScale(data);
  const values = Float32Array.from(scaledForMl(scale, data.matrix).flat());
  const { rows, labels } = plainRows({ ...data, matrix: { ...data.matrix, values } });
  const json = jsonOf(new KNN(rows, labels, { k: Number(parameters.k ?? DEFAULT_NEIGHBOURS) }));
  const model = importMl(json, { features: columns, classes: data.classes });
  return { ...model, ...scale };
}

/**
 * Fits with ml-cart, ml-random-forest or ml-knn, and imports the result. The same seed gives the same model. No class
 * weights: the packages have none; a whole row weight is that many rows.
 *
 * Trees: `criterion` ('gini'), `maxDepth`, `minSamplesSplit`, `minImpurityDecrease`; a forest also `nEstimators` (50)
 * and `maxFeatures` (columns, or share of them, that are drawn for a tree, with replacement; as many as there are).
 * What is absent has the package's default: a node of three rows or fewer, or a gain of 0.01 or less, is not split.
 * KNN: `k` (5), `weights` ('uniform') and `scaling` ('standard', in which ours is fitted, or 'none', as the package).
 *
 * Throws the errors of `assertTrainingData`, `EXCHANGE_ML_ALGORITHM`, `EXCHANGE_ML_PARAMETER`, `EXCHANGE_ML_MISSING`,
 * `EXCHANGE_ML_WEIGHTS`, and `EXCHANGE_ML_LIMIT` where it would take more than about a minute.
 */
export function trainWithMl(data: TrainingData, configuration: MlConfiguration, seed: number): FittedModel {
  const { parameters } = configuration;
  const algorithm = ML_ALGORITHMS.find((name) => name === configuration.algorithm);
  if (!algorithm) throw new ExchangeError('EXCHANGE_ML_ALGORITHM', configuration.algorithm);
  assertTrainingData(data);
  checkParameters(parameters, RULES[algorithm]);
  if (algorithm === 'knn') return trainKnn(data, parameters);
  return trainTrees(data, algorithm, parameters, seed);
}
