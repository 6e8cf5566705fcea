import type { Parameters } from '../algorithm/algorithm.js';
import type { TrainingView } from '../algorithm/training-view.js';
import type { LogisticRegressionModel } from '../model/fitted-model.js';
import {
  DEFAULT_IMPUTATION,
  fitPreprocessing,
  type Imputation,
  type Preprocessing,
} from '../preprocessing/preprocessing.js';
import { type Design, designOf, outputsOf } from './design.js';
import { minimise } from './lbfgs.js';
import { minimiseByNewton } from './newton.js';
import { LogLoss } from './objective.js';

const TOLERANCE = 1e-8;
const MAX_ITERATIONS = 1000;

/** Parameters up to which second derivatives repay what they cost (the square of this, for each row). */
const MAX_NEWTON_PARAMETERS = 300;

function modelAt(design: Design, preprocessing: Preprocessing, point: Float64Array): LogisticRegressionModel {
  const { features, classes } = design;
  const outputs = outputsOf(classes);
  const coefficients = new Float64Array(outputs * features);
  const intercepts = new Float64Array(outputs);
  for (let output = 0; output < outputs; output++) {
    const at = output * (features + 1);
    coefficients.set(point.subarray(at, at + features), output * features);
    intercepts[output] = point[at + features]!;
  }
  return { algorithm: 'logistic-regression', features, classes, ...preprocessing, coefficients, intercepts };
}

function* minimiserFrom(loss: LogLoss, C: number, start: Float64Array): Generator<undefined, Float64Array> {
  if (start.length <= MAX_NEWTON_PARAMETERS) {
    const found = yield* minimiseByNewton(loss, C, start);
    if (found) return found;
  }
  const options = { tolerance: TOLERANCE, maxIterations: MAX_ITERATIONS };
  return (yield* minimise(loss.penalised(C), start, options)).point;
}

/**
 * L2-penalised logistic regression, binary or multinomial, on imputed and scaled columns, with the penalty `1 / C` for
 * each of `Cs`: from the strongest penalty on, each starts where the one before ended. Models in the order of `Cs`.
 * Yields where it may be stopped.
 */
export function* fitRegularisationPath(
  view: TrainingView,
  Cs: readonly number[],
  imputation: Imputation = DEFAULT_IMPUTATION,
): Generator<undefined, LogisticRegressionModel[]> {
  const fitted = yield* fitPreprocessing(view, imputation);
  yield;
  const design = designOf(view, fitted);
  yield;
  const loss = new LogLoss(design);
  const models = new Map<number, LogisticRegressionModel>();
  let point: Float64Array = new Float64Array(outputsOf(design.classes) * (design.features + 1));
  for (const C of [...Cs].sort((a, b) => a - b)) {
    point = yield* minimiserFrom(loss, C, point);
    models.set(C, modelAt(design, fitted.preprocessing, point));
  }
  return Cs.map((C) => models.get(C)!);
}

/** The model of one candidate. */
export function* fitLogisticRegression(
  view: TrainingView,
  parameters: Parameters,
): Generator<undefined, LogisticRegressionModel> {
  const imputation = (parameters.imputer ?? DEFAULT_IMPUTATION) as Imputation;
  return (yield* fitRegularisationPath(view, [Number(parameters.C)], imputation))[0]!;
}
