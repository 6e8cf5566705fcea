import type { Parameters } from '../algorithm/algorithm.js';
import type { TrainingView } from '../algorithm/training-view.js';
import { DEFAULT_IMPUTATION, fitPreprocessing, type Imputation } from '../preprocessing/preprocessing.js';
import { RowPreprocessor } from '../preprocessing/row-preprocessor.js';
import type { KnnModel, NeighbourWeights } from './knn-model.js';
import { chooseReferenceRows } from './reference-rows.js';

/** Row weights count, class weights do not: as scikit-learn's KNeighborsClassifier, which has none. */
export function* fitKnn(view: TrainingView, parameters: Parameters): Generator<undefined, KnnModel> {
  const imputation = (parameters.imputer ?? DEFAULT_IMPUTATION) as Imputation;
  const { preprocessing, training } = yield* fitPreprocessing(view, imputation);
  const { labels, classes, matrix } = view.problem;
  const chosen = chooseReferenceRows(view);
  const rows = new Float32Array(chosen.length * matrix.columns);
  // The training rows are imputed by now: only scaling is left, by the code that will scale what is predicted.
  const { imputer: _, ...scaling } = preprocessing;
  const scaler = new RowPreprocessor(scaling);
  chosen.forEach((place, index) => {
    const start = training.rows[place]! * matrix.columns;
    scaler.writeScaled(training.values, start, rows, index * matrix.columns);
  });
  return {
    algorithm: 'knn',
    features: matrix.columns,
    classes,
    k: Number(parameters.k),
    neighbourWeights: (parameters.weights ?? 'uniform') as NeighbourWeights,
    ...preprocessing,
    rows,
    labels: chosen.map((place) => labels[view.activeRows[place]!]!),
    weights: Float64Array.from(chosen, (place) => view.weights[view.activeRows[place]!]!),
  };
}
