import type { TrainingView } from '../algorithm/training-view.js';
import type { LogisticRegressionModel } from '../model/fitted-model.js';
import { minimise } from './lbfgs.js';
import { type Design, penalisedLogLoss } from './objective.js';
import { fitPreprocessing, type Preprocessing, scaledValue } from './preprocessing.js';

const TOLERANCE = 1e-8;
const MAX_ITERATIONS = 1000;

function designOf(view: TrainingView, preprocessing: Preprocessing): Design {
  const { matrix, labels, classes } = view.problem;
  const { activeRows: rows, weights, classWeights } = view;
  const values = new Float64Array(rows.length * matrix.columns);
  for (let index = 0; index < rows.length; index++) {
    const from = rows[index]! * matrix.columns;
    for (let column = 0; column < matrix.columns; column++) {
      values[index * matrix.columns + column] = scaledValue(
        preprocessing,
        column,
        matrix.values[from + column]!,
      );
    }
  }
  return {
    values,
    rows: rows.length,
    features: matrix.columns,
    labels: rows.map((row) => labels[row]!),
    weights: Float64Array.from(rows, (row) => weights[row]! * classWeights[labels[row]!]!),
    classes,
  };
}

/**
 * L2-penalised logistic regression, binary or multinomial, on imputed and scaled columns, the penalty `1 / C`.
 * Yields between iterations.
 */
export function* fitLogisticRegression(
  view: TrainingView,
  C: number,
): Generator<undefined, LogisticRegressionModel> {
  const { matrix, classes } = view.problem;
  const preprocessing = fitPreprocessing(matrix, view.activeRows, view.weights);
  const features = matrix.columns;
  const outputs = classes === 2 ? 1 : classes;
  const start = new Float64Array(outputs * (features + 1));
  const objective = penalisedLogLoss(designOf(view, preprocessing), C);
  const point = yield* minimise(objective, start, { tolerance: TOLERANCE, maxIterations: MAX_ITERATIONS });
  const coefficients = new Float64Array(outputs * features);
  const intercepts = new Float64Array(outputs);
  for (let output = 0; output < outputs; output++) {
    const at = output * (features + 1);
    coefficients.set(point.subarray(at, at + features), output * features);
    intercepts[output] = point[at + features]!;
  }
  return { algorithm: 'logistic-regression', features, classes, ...preprocessing, coefficients, intercepts };
}
