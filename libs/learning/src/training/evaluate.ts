import { type Calibration, calibrated } from '../calibration/calibration.js';
import {
  expectedCalibrationError,
  type ReliabilityBin,
  reliabilityCurve,
} from '../calibration/reliability.js';
import type { TrainingData } from '../dataset/training-data.js';
import { type BootstrapEstimate, bootstrapFigures } from '../metrics/bootstrap.js';
import { confusionMatrix } from '../metrics/confusion.js';
import { type RankingCurves, rankingCurves } from '../metrics/curves.js';
import { FIGURE_NAMES, type FigureName } from '../metrics/figures.js';
import { RankedPredictions } from '../metrics/ranked-predictions.js';
import type { FittedModel } from '../model/fitted-model.js';
import { mostProbable, predictProbabilities } from '../model/predict.js';

/**
 * How a model does on rows it has not seen. Precision, recall and F1 are the positive class's, at the most probable
 * class; the areas and recalls at a false positive rate (1 in 100, 1 in 1,000) rank by its raw probability; log loss and
 * Brier score are of its calibrated one, against all other classes. `NaN` where a figure cannot be told.
 */
export interface TestFigures extends Readonly<Record<FigureName, number>> {
  readonly rows: number;
  /** Of each figure: bootstrap standard error, and 95 % interval. */
  readonly intervals: Readonly<Record<FigureName, BootstrapEstimate>>;
  /** Row = true class, column = predicted class. */
  readonly confusion: readonly (readonly number[])[];
  /** Of the calibrated probability, in ten bins of equal width. */
  readonly reliability: readonly ReliabilityBin[];
  readonly expectedCalibrationError: number;
  /** Of the raw probability. */
  readonly curves: RankingCurves;
}

export interface EvaluationOptions {
  readonly positive: number;
  readonly calibration: Calibration;
  readonly seed: number;
}

/** One column of `rows` × `classes` probabilities. */
export function columnOf(probabilities: Float32Array, classes: number, column: number): Float32Array {
  return Float32Array.from(
    { length: probabilities.length / classes },
    (_, row) => probabilities[row * classes + column]!,
  );
}

function rowsOfSquare(matrix: Float64Array, size: number): number[][] {
  return Array.from({ length: size }, (_, row) => [...matrix.subarray(row * size, (row + 1) * size)]);
}

/** Scores the test rows and compares. */
export function evaluate(model: FittedModel, test: TrainingData, options: EvaluationOptions): TestFigures {
  const { positive, calibration, seed } = options;
  const { labels, classes, matrix } = test;
  const raw = predictProbabilities(model, matrix);
  const predicted = mostProbable(raw, classes, new Int32Array(matrix.rows));
  const scores = columnOf(raw, classes, positive);
  const probabilities = scores.map((score) => calibrated(calibration, score));
  const ranked = new RankedPredictions({ labels, predicted, scores, probabilities, positive });
  const once = new Uint32Array(matrix.rows).fill(1);
  const values = ranked.figures(once, new Float64Array(FIGURE_NAMES.length));
  const figures = Object.fromEntries(FIGURE_NAMES.map((name, index) => [name, values[index]]));
  const reliability = reliabilityCurve(labels, probabilities, positive);
  return {
    ...(figures as Record<FigureName, number>),
    rows: matrix.rows,
    intervals: bootstrapFigures(ranked, { seed }),
    confusion: rowsOfSquare(confusionMatrix(labels, predicted, classes), classes),
    reliability,
    expectedCalibrationError: expectedCalibrationError(reliability),
    curves: rankingCurves(labels, scores, positive),
  };
}
