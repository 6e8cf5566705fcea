import type { Parameters } from '../src/algorithm/algorithm.ts';
import { algorithmNames } from '../src/algorithm/registry.ts';
import type { TrainingData } from '../src/dataset/training-data.ts';
import type { AlgorithmName, FittedModel } from '../src/model/fitted-model.ts';
import { createRandom } from '../src/random/random.ts';
import { type FitOptions, fitModel } from '../src/training/fit-model.ts';

/** A quick configuration of every algorithm; none leaves a choice to chance but the forest, which cannot. */
export const QUICK: Readonly<Record<AlgorithmName, Parameters>> = {
  'logistic-regression': { C: 1 },
  knn: { k: 4, weights: 'distance' },
  'decision-tree': { criterion: 'entropy' },
  adaboost: { nEstimators: 8, maxDepth: 2 },
  'random-forest': { nEstimators: 6 },
  'gradient-boosting': { nEstimators: 8, maxDepth: 2, minChildWeight: 0.01 },
};

/** The registered algorithms but those named. */
export function algorithmsBut(...left: readonly AlgorithmName[]): AlgorithmName[] {
  return algorithmNames().filter((name) => !left.includes(name));
}

export function fitQuickly(
  data: TrainingData,
  algorithm: AlgorithmName,
  options: Partial<FitOptions> = {},
): Promise<FittedModel> {
  return fitModel(data, { algorithm, parameters: QUICK[algorithm] }, { seed: 3, workers: 0, ...options });
}

/** Returns what a generator comes to. */
export function finished<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

export interface ContinuousOptions {
  readonly rows: number;
  readonly columns?: number;
  readonly classes?: number;
  readonly seed: number;
  readonly missing?: number;
}

/**
 * Columns of continuous values and rows of uneven weight: no two splits are equally good, nor two rows equally near, so
 * that there is one right model. The first two columns say something about the class.
 */
export function continuousData(options: ContinuousOptions): TrainingData {
  const { rows, columns = 4, classes = 2, seed, missing = 0 } = options;
  const random = createRandom(seed);
  const labels = Int32Array.from({ length: rows }, (_, row) => (row < classes ? row : random.below(classes)));
  const values = Float32Array.from({ length: rows * columns }, (_, index) => {
    const column = index % columns;
    const signal = column < 2 ? 0.3 * labels[Math.floor(index / columns)]! : 0;
    const value = signal + random.uniform();
    return random.uniform() < missing ? Number.NaN : value;
  });
  const weights = Float64Array.from({ length: rows }, () => 0.5 + random.uniform());
  return { matrix: { rows, columns, values }, labels, classes, weights };
}
