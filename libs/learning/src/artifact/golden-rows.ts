import { distinctRows } from '../dataset/distinct-rows.js';
import type { Matrix } from '../dataset/matrix.js';
import { selectRows } from '../dataset/matrix.js';
import { LearningError } from '../errors.js';
import type { FittedModel } from '../model/fitted-model.js';
import { predictProbabilities } from '../model/predict.js';
import { createRandom, shuffle } from '../random/random.js';
import { scoresOf } from '../terms/golden-terms.js';
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

/** Scores an artifact's golden rows again, those of terms too. Throws `LEARN_GOLDEN_MISMATCH` beyond 1e-6. */
export function verifyGoldenRows(artifact: ModelArtifact): void {
  verifyGoldenTerms(artifact);
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

/** Relative above 1: scores are log-odds. */
function verifyGoldenTerms({ terms, goldenTerms }: ModelArtifact): void {
  if (!terms || !goldenTerms) return;
  const { scores } = goldenTerms;
  scoresOf(terms, goldenTerms).forEach((found, index) => {
    const difference = Math.abs(found - scores[index]!) / Math.max(1, Math.abs(scores[index]!));
    if (difference <= TOLERANCE) return;
    const row = Math.floor(index / terms.blocks.length);
    throw new LearningError('LEARN_GOLDEN_MISMATCH', `row ${row} of terms is off by ${difference}`);
  });
}
