import { calibrated } from '../calibration/calibration.js';
import { LearningError } from '../errors.js';
import { type Explanation, explainByPath, explainScore } from '../model/explain.js';
import type { FittedModel } from '../model/fitted-model.js';
import { mostProbable, predictProbabilities } from '../model/predict.js';
import { PredictionScratch } from '../model/prediction-scratch.js';
import type { ModelArtifact } from './model-artifact.js';

/** A column's part in a row's score, in the model's unit (see `Explanation`); above 0 speaks for the positive class. */
export interface FeatureContribution {
  readonly feature: string;
  /** The row's value; `NaN` where missing. */
  readonly value: number;
  readonly contribution: number;
}

/** Scores batches with one artifact. Memory is kept between batches, so one scorer serves one batch at a time. */
export interface Scorer {
  readonly artifact: ModelArtifact;
  /**
   * Calibrated probability of the positive class for each of `rows` rows (row-major `values`, `NaN` = missing), written
   * to `out`. Throws `LEARN_FEATURES_MISMATCH`.
   */
  score(values: Float32Array, rows: number, out: Float32Array): Float32Array;
  /** Index of the most probable class (raw probabilities) of each row, written to `out`. */
  scoreLabels(values: Float32Array, rows: number, out: Int32Array): Int32Array;
  /** Both at once, for one pass over the trees. */
  scoreBoth(values: Float32Array, rows: number, out: Float32Array, labels: Int32Array): void;
  /** Raw class probabilities, `rows` × classes, written to `out`. */
  scoreClasses(values: Float32Array, rows: number, out: Float32Array): Float32Array;
  /**
   * The `top` strongest contributions to row `rowIndex` of `values`, strongest first, zeros left out. Exact Shapley
   * values for trees and linear models.
   */
  explainRow(values: Float32Array, rowIndex: number, top: number): FeatureContribution[];
  /** `explainRow` for each of `rows` rows. */
  explainRows(values: Float32Array, rows: number, top: number): FeatureContribution[][];
  /** As `explainRow`, but trees by path contributions: for streams, where Shapley values of a forest cost too much. */
  explainRowByPath(values: Float32Array, rowIndex: number, top: number): FeatureContribution[];
}

class ArtifactScorer implements Scorer {
  private readonly scratch = new PredictionScratch();
  private raw = new Float32Array(0);

  constructor(readonly artifact: ModelArtifact) {}

  scoreClasses(values: Float32Array, rows: number, out: Float32Array): Float32Array {
    const columns = this.artifact.featureNames.length;
    return predictProbabilities(this.artifact.model, { rows, columns, values }, out, this.scratch);
  }

  private rawOf(values: Float32Array, rows: number): Float32Array {
    const length = rows * this.artifact.classes.length;
    if (this.raw.length < length) this.raw = new Float32Array(length);
    return this.scoreClasses(values, rows, this.raw);
  }

  private calibrate(raw: Float32Array, rows: number, out: Float32Array): Float32Array {
    if (out.length < rows)
      throw new LearningError('LEARN_FEATURES_MISMATCH', `room for ${out.length} of ${rows} rows`);
    const { calibration, positiveIndex, classes } = this.artifact;
    for (let row = 0; row < rows; row++)
      out[row] = calibrated(calibration, raw[row * classes.length + positiveIndex]!);
    return out;
  }

  score(values: Float32Array, rows: number, out: Float32Array): Float32Array {
    return this.calibrate(this.rawOf(values, rows), rows, out);
  }

  scoreLabels(values: Float32Array, rows: number, out: Int32Array): Int32Array {
    mostProbable(this.rawOf(values, rows), this.artifact.classes.length, out.subarray(0, rows));
    return out;
  }

  scoreBoth(values: Float32Array, rows: number, out: Float32Array, labels: Int32Array): void {
    const raw = this.rawOf(values, rows);
    this.calibrate(raw, rows, out);
    mostProbable(raw, this.artifact.classes.length, labels.subarray(0, rows));
  }

  explainRow(values: Float32Array, rowIndex: number, top: number): FeatureContribution[] {
    return this.strongest(explainScore, values, rowIndex, top);
  }

  explainRows(values: Float32Array, rows: number, top: number): FeatureContribution[][] {
    return Array.from({ length: rows }, (_, row) => this.explainRow(values, row, top));
  }

  explainRowByPath(values: Float32Array, rowIndex: number, top: number): FeatureContribution[] {
    return this.strongest(explainByPath, values, rowIndex, top);
  }

  private strongest(
    explainWith: (model: FittedModel, row: Float32Array, positive: number) => Explanation,
    values: Float32Array,
    rowIndex: number,
    top: number,
  ): FeatureContribution[] {
    const { model, featureNames, positiveIndex } = this.artifact;
    const row = values.subarray(rowIndex * featureNames.length, (rowIndex + 1) * featureNames.length);
    const { contributions } = explainWith(model, row, positiveIndex);
    return strongestColumns(contributions, top).map((column) => ({
      feature: featureNames[column]!,
      value: row[column]!,
      contribution: contributions[column]!,
    }));
  }
}

/** The columns with the `top` largest contributions of either sign, the largest first, equal ones by column. */
function strongestColumns(contributions: Float64Array, top: number): number[] {
  const columns: number[] = [];
  let least = 0;
  for (let column = 0; column < contributions.length; column++) {
    const size = Math.abs(contributions[column]!);
    if (size === 0 || (columns.length === top && !(size > least))) continue;
    let place = columns.length < top ? columns.length : top - 1;
    for (; place > 0 && Math.abs(contributions[columns[place - 1]!]!) < size; place--)
      columns[place] = columns[place - 1]!;
    columns[place] = column;
    least = Math.abs(contributions[columns[columns.length - 1]!]!);
  }
  return columns;
}

/** A scorer over a decoded (so, checked) artifact. */
export function createScorer(artifact: ModelArtifact): Scorer {
  return new ArtifactScorer(artifact);
}
