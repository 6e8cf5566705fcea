import { selectData, type TrainingData } from '../dataset/training-data.js';
import type { Evasion } from '../evasion/evasion.js';
import { evasionSteps } from '../evasion/minimal-evasion.js';
import { type PermutationImportance, permutationSteps } from '../inspection/permutation-importance.js';
import { columnsRead, incompleteShare, predictionCost } from '../inspection/prediction-cost.js';
import type { Steps } from '../inspection/steps.js';
import type { FittedModel } from '../model/fitted-model.js';
import { createRandom, mixSeed, shuffle } from '../random/random.js';

/** What a model rests on, and how little it takes to get past it. */
export interface Judgement {
  readonly evasion: Evasion;
  /** Fall of the positive class's F1 on a sample of the test rows. */
  readonly permutationImportance: PermutationImportance;
}

export interface JudgedModel {
  readonly model: FittedModel;
  /** What it was fitted on. */
  readonly training: TrainingData;
  /** What it has not seen. */
  readonly test: TrainingData;
}

/** In `predictionCost`s: half a second to one each for a forest of 128 trees; more where one row costs very much. */
const EVASION_BUDGET = 3e8;
const PERMUTATION_BUDGET = 1.5e8;
const MOST_PERMUTED_ROWS = 5000;
const FEWEST_PERMUTED_ROWS = 100;

/** What shuffling every column in turn can afford: test rows, and how often. */
function affordablePermutation(
  model: FittedModel,
  test: TrainingData,
  seed: number,
): { rows: TrainingData; repeats: number } {
  const columns = columnsRead(model).reduce((sum, isRead) => sum + isRead, 0);
  const cost = predictionCost(model, incompleteShare(test.matrix)) * Math.max(1, columns);
  const scored = Math.floor(PERMUTATION_BUDGET / cost);
  const repeats = scored >= 3 * FEWEST_PERMUTED_ROWS ? 3 : 1;
  const count = Math.min(MOST_PERMUTED_ROWS, Math.max(FEWEST_PERMUTED_ROWS, Math.floor(scored / repeats)));
  const order = Int32Array.from({ length: test.matrix.rows }, (_, row) => row);
  const rows = shuffle(order, createRandom(seed)).slice(0, count).sort();
  return { rows: selectData(test, rows), repeats };
}

/** Of the work as a whole, of which this is one of two equal parts. */
function* half<T>(steps: Steps<T>, before: 0 | 1): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield { done: before + step.value.done / step.value.total, total: 2 };
  }
}

/** Inspects a model on rows it has not seen; how many depends on how long it takes to score one, not on a clock. */
export function* judgeSteps(
  { model, training, test }: JudgedModel,
  { positive, seed }: { positive: number; seed: number },
): Steps<Judgement> {
  const evasionOptions = { positive, seed: mixSeed(seed, 1), budget: EVASION_BUDGET };
  const evasion = yield* half(evasionSteps(model, training.matrix, test, evasionOptions), 0);
  const { rows, repeats } = affordablePermutation(model, test, mixSeed(seed, 2));
  const permutationOptions = { positive, seed: mixSeed(seed, 3), repeats };
  const permutationImportance = yield* half(permutationSteps(model, rows, permutationOptions), 1);
  return { evasion, permutationImportance };
}
