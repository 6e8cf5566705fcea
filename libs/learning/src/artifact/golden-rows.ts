import { distinctRows } from '../dataset/distinct-rows.js';
import type { Matrix } from '../dataset/matrix.js';
import { selectRows } from '../dataset/matrix.js';
import { LearningError } from '../errors.js';
import type { FittedModel } from '../model/fitted-model.js';
import { predictProbabilities } from '../model/predict.js';
import { createRandom, shuffle } from '../random/random.js';
import type { GoldenRows, ModelArtifact } from './model-artifact.js';

const TOLERANCE = 1e-6;

/** Up to `count` distinct rows with the model's probabilities. */
export function recordGoldenRows(
  model: FittedModel,
  matrix: Matrix,
  count: number,
  seed: number,
): GoldenRows {
  const { first } = distinctRows(matrix);
  const chosen = shuffle(first, createRandom(seed)).slice(0, count).sort();
  const rows = selectRows(matrix, chosen);
  return { features: Float32Array.from(rows.values), probabilities: predictProbabilities(model, rows) };
}

/** Scores an artifact's golden rows again. Throws `LEARN_GOLDEN_MISMATCH` beyond 1e-6. */
export function verifyGoldenRows(artifact: ModelArtifact): void {
  const { features, probabilities } = artifact.goldenRows;
  const columns = artifact.featureNames.length;
  const matrix = { rows: features.length / columns, columns, values: features };
  const scored = predictProbabilities(artifact.model, matrix);
  for (let index = 0; index < probabilities.length; index++) {
    const difference = Math.abs(scored[index]! - probabilities[index]!);
    if (!(difference <= TOLERANCE)) {
      const row = Math.floor(index / artifact.classes.length);
      throw new LearningError('LEARN_GOLDEN_MISMATCH', `row ${row} is off by ${difference}`);
    }
  }
}
