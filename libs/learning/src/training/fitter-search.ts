import { setImmediate } from 'node:timers/promises';
import { algorithmNames } from '../algorithm/registry.js';
import { assertTrainingData, selectData, type TrainingData } from '../dataset/training-data.js';
import { LearningError } from '../errors.js';
import { binaryCounts, f1 } from '../metrics/confusion.js';
import { mostProbable, predictProbabilities } from '../model/predict.js';
import { mixSeed } from '../random/random.js';
import { bestOf, type Candidate, summarise } from '../search/candidate.js';
import { findCandidates } from '../search/find-candidates.js';
import type { SearchControl, SearchOptions, SearchResult } from '../search/search-models.js';
import { rowsWhere, stratifiedFolds } from '../splits/splits.js';
import type { Configuration } from './fit-model.js';
import { type Fitter, fitWith } from './fitter.js';

interface Folds {
  readonly foldOf: Int32Array;
  readonly folds: number;
  readonly positive: number;
  readonly seed: number;
}

function configurationsOf({ algorithms, grids = {}, strategy, seed }: SearchOptions): Configuration[] {
  if (strategy?.kind === 'halving')
    throw new LearningError('LEARN_PARAMETER_INVALID', 'halving needs the own learners');
  const entries = findCandidates({
    algorithms: algorithms ?? algorithmNames(),
    grids,
    seed,
    strategy: strategy ?? { kind: 'grid' },
  });
  return entries.flatMap(({ algorithm, parameters }) =>
    parameters.map((each) => ({ algorithm: algorithm.name, parameters: each })),
  );
}

/** One configuration on every fold: how it did, and the probabilities of each row by the model that did not see it. */
async function tryOn(
  fitter: Fitter,
  data: TrainingData,
  configuration: Configuration,
  { foldOf, folds, positive, seed }: Folds,
  onFold: () => Promise<void>,
): Promise<{ candidate: Candidate; outOfFold: Float32Array }> {
  const outOfFold = new Float32Array(data.matrix.rows * data.classes);
  const foldF1: number[] = [];
  let seconds = 0;
  for (let fold = 0; fold < folds; fold++) {
    const held = rowsWhere(foldOf.length, (row) => foldOf[row] === fold);
    const test = selectData(data, held);
    const started = performance.now();
    const training = selectData(
      data,
      rowsWhere(foldOf.length, (row) => foldOf[row] !== fold),
    );
    const model = fitWith(fitter, training, configuration, mixSeed(seed, fold));
    const probabilities = predictProbabilities(model, test.matrix);
    seconds += (performance.now() - started) / 1000;
    held.forEach((row, place) => {
      const from = place * data.classes;
      outOfFold.set(probabilities.subarray(from, from + data.classes), row * data.classes);
    });
    const predicted = mostProbable(probabilities, data.classes, new Int32Array(held.length));
    foldF1.push(f1(binaryCounts(test.labels, predicted, positive)));
    await onFold();
  }
  return { candidate: { ...configuration, seconds, ...summarise(foldF1) }, outOfFold };
}

/**
 * `searchModels` with another engine's fitter, a fit at a time in this thread: the same folds and figures. Looks at the
 * signal between fits. Throws `LEARN_FITTER_REFUSED`, and `LEARN_PARAMETER_INVALID` for a halving.
 */
export async function searchWithFitter(
  fitter: Fitter,
  data: TrainingData,
  options: SearchOptions,
  { signal, onProgress }: SearchControl = {},
): Promise<SearchResult> {
  assertTrainingData(data);
  const { seed, positive, folds = 3, groups = data.groups } = options;
  const configurations = configurationsOf(options);
  const foldOf = stratifiedFolds(data.labels, data.classes, folds, { seed, groups });
  const candidates: Candidate[] = [];
  const total = configurations.length * folds;
  let best: SearchResult['best'] | undefined;
  let outOfFold: Float32Array = new Float32Array();
  let done = 0;
  for (const configuration of configurations) {
    const tried = await tryOn(fitter, data, configuration, { foldOf, folds, positive, seed }, async () => {
      onProgress?.({ done: ++done, total, best, algorithm: configuration.algorithm });
      await setImmediate();
      signal?.throwIfAborted();
    });
    candidates.push(tried.candidate);
    if (bestOf(candidates) !== tried.candidate) continue;
    best = tried.candidate;
    outOfFold = tried.outOfFold;
  }
  return { candidates, best: best!, outOfFold, foldOf };
}
