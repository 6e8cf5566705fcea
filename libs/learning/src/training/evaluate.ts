import { type Calibration, calibrated } from '../calibration/platt.js';
import type { TrainingData } from '../dataset/training-data.js';
import { bootstrapF1 } from '../metrics/bootstrap.js';
import { accuracy, binaryCounts, f1, precision, recall } from '../metrics/confusion.js';
import { brierScore, logLoss } from '../metrics/probability.js';
import { prAuc, rocAuc } from '../metrics/ranking.js';
import type { FittedModel } from '../model/fitted-model.js';
import { mostProbable, predictProbabilities } from '../model/predict.js';

/** How a model does on rows it has not seen; precision, recall and F1 are the positive class's. */
export interface TestFigures {
  readonly rows: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly f1StandardError: number;
  /** 95 % bootstrap interval of F1. */
  readonly f1Low: number;
  readonly f1High: number;
  readonly accuracy: number;
  readonly rocAuc: number;
  readonly prAuc: number;
  /** Of the calibrated probability. */
  readonly logLoss: number;
  /** Of the calibrated probability. */
  readonly brier: number;
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

/** Scores the test rows and compares. */
export function evaluate(model: FittedModel, test: TrainingData, options: EvaluationOptions): TestFigures {
  const { positive, calibration, seed } = options;
  const { labels, classes, matrix } = test;
  const probabilities = predictProbabilities(model, matrix);
  const predicted = mostProbable(probabilities, classes, new Int32Array(matrix.rows));
  const scores = columnOf(probabilities, classes, positive);
  const calibratedScores = scores.map((score) => calibrated(calibration, score));
  const counts = binaryCounts(labels, predicted, positive);
  const bootstrap = bootstrapF1(labels, predicted, positive, { seed });
  return {
    rows: matrix.rows,
    precision: precision(counts),
    recall: recall(counts),
    f1: f1(counts),
    f1StandardError: bootstrap.standardError,
    f1Low: bootstrap.low,
    f1High: bootstrap.high,
    accuracy: accuracy(labels, predicted),
    rocAuc: rocAuc(labels, scores, positive),
    prAuc: prAuc(labels, scores, positive),
    logLoss: logLoss(labels, calibratedScores, positive),
    brier: brierScore(labels, calibratedScores, positive),
  };
}
