import type { TrainingData } from '../dataset/training-data.js';
import { binaryCounts, f1 } from '../metrics/confusion.js';
import { logLoss } from '../metrics/probability.js';
import type { FittedModel } from '../model/fitted-model.js';
import { mostProbable, predictProbabilities } from '../model/predict.js';
import { PredictionScratch } from '../model/prediction-scratch.js';
import { createRandom, type Random } from '../random/random.js';
import { columnsRead } from './prediction-cost.js';
import { finish, type Steps } from './steps.js';

export interface PermutationOptions {
  /** The class that is scored, against all others. */
  readonly positive: number;
  readonly seed: number;
  /** `f1` where absent. Log loss is of the raw probability. */
  readonly scoring?: 'f1' | 'log-loss';
  /** 5 where absent. */
  readonly repeats?: number;
}

export interface PermutationImportance {
  /** Rows scored. */
  readonly rows: number;
  /** The score with every column in place. */
  readonly baseline: number;
  /** Columns × repeats: how much worse the score is with the column shuffled. */
  readonly importances: Float64Array;
  /** One a column: the repeats' mean. Below 0 where chance made it better. */
  readonly mean: Float64Array;
  /** One a column: the repeats' standard deviation (divided by their number, as NumPy does). */
  readonly standardDeviation: Float64Array;
}

/** Scores one matrix again and again. Higher is better. */
class Scoring {
  private readonly scratch = new PredictionScratch();
  private readonly probabilities: Float32Array;
  private readonly predicted: Int32Array;

  constructor(
    private readonly model: FittedModel,
    private readonly data: TrainingData,
    private readonly options: PermutationOptions,
  ) {
    this.probabilities = new Float32Array(data.matrix.rows * data.classes);
    this.predicted = new Int32Array(data.matrix.rows);
  }

  score(values: Float32Array): number {
    const { labels, classes, matrix } = this.data;
    const { positive, scoring = 'f1' } = this.options;
    predictProbabilities(this.model, { ...matrix, values }, this.probabilities, this.scratch);
    if (scoring === 'f1') {
      return f1(binaryCounts(labels, mostProbable(this.probabilities, classes, this.predicted), positive));
    }
    return -logLoss(
      labels,
      Float32Array.from(labels, (_, row) => this.probabilities[row * classes + positive]!),
      positive,
    );
  }
}

/** Shuffles one column of a row-major matrix in place. */
function shuffleColumn(values: Float32Array, columns: number, column: number, random: Random): void {
  for (let last = values.length / columns - 1; last > 0; last--) {
    const at = last * columns + column;
    const other = random.below(last + 1) * columns + column;
    const kept = values[at]!;
    values[at] = values[other]!;
    values[other] = kept;
  }
}

function summarised(
  importances: Float64Array,
  repeats: number,
): Pick<PermutationImportance, 'mean' | 'standardDeviation'> {
  const columns = Array.from({ length: importances.length / repeats }, (_, column) =>
    importances.subarray(column * repeats, (column + 1) * repeats),
  );
  const mean = Float64Array.from(columns, (each) => each.reduce((sum, value) => sum + value, 0) / repeats);
  const standardDeviation = Float64Array.from(columns, (each, column) =>
    Math.sqrt(each.reduce((sum, value) => sum + (value - mean[column]!) ** 2, 0) / repeats),
  );
  return { mean, standardDeviation };
}

/** {@link permutationImportance}, giving way after each column and repeat. */
export function* permutationSteps(
  model: FittedModel,
  data: TrainingData,
  options: PermutationOptions,
): Steps<PermutationImportance> {
  const { seed, repeats = 5 } = options;
  const { rows, columns } = data.matrix;
  const scoring = new Scoring(model, data, options);
  const values = data.matrix.values.slice(0, rows * columns);
  const baseline = scoring.score(values);
  const importances = new Float64Array(columns * repeats);
  const total = columns * repeats;
  const read = columnsRead(model);
  for (let column = 0; column < columns; column++) {
    // Shuffling a column that no tree asks for changes nothing.
    if (read[column] === 0) continue;
    for (let repeat = 0; repeat < repeats; repeat++) {
      shuffleColumn(values, columns, column, createRandom(seed, column, repeat));
      importances[column * repeats + repeat] = baseline - scoring.score(values);
      yield { done: column * repeats + repeat + 1, total };
    }
    for (let at = column; at < values.length; at += columns) values[at] = data.matrix.values[at]!;
  }
  return { rows, baseline, importances, ...summarised(importances, repeats) };
}

/**
 * How much worse a fitted model scores on `data` when one column at a time is shuffled (Breiman 2001, "Random forests";
 * scikit-learn's `permutation_importance`). What two columns both say neither is credited with. Each column and repeat has
 * a random stream of its own. Throws `LEARN_FEATURES_MISMATCH`.
 */
export function permutationImportance(
  model: FittedModel,
  data: TrainingData,
  options: PermutationOptions,
): PermutationImportance {
  return finish(permutationSteps(model, data, options));
}
