import type { Parameters } from '../algorithm/algorithm.js';
import { pathUnit } from '../algorithm/path-unit.js';
import type { TrainingView } from '../algorithm/training-view.js';
import type { GradientBoostingModel } from '../model/fitted-model.js';
import { normalised } from '../model/importance.js';
import { joinEnsembles, type TreeEnsemble } from '../tree/tree-ensemble.js';
import { Booster } from './booster.js';
import { EarlyStopping, type Watch } from './early-stopping.js';
import { probabilitiesOf } from './log-loss.js';
import { boostingSettings, validateBoosting } from './settings.js';

const sizeOf = (parameters: Parameters) => Number(parameters.nEstimators);

/** Reads the scores of every size off one series of stages. */
function* scoreStages(view: TrainingView, candidates: readonly Parameters[], threads: number) {
  const settings = boostingSettings(candidates[0]!);
  const stopping = new EarlyStopping(view, settings.patience);
  const watched = stopping.watchedWith(view.validationRows);
  const booster = new Booster(stopping.view, settings, watched, threads);
  const sizes = candidates.map(sizeOf);
  const results = new Map<number, Float64Array>();
  const read = () => probabilitiesOf(booster.scores, booster.base, view.validationRows);
  const watch: Watch<Float64Array> = stopping.watch(booster, read);
  try {
    for (let stage = 1; stage <= Math.max(...sizes); stage++) {
      if (!watch.isOver) booster.advance(false);
      watch.take(stage);
      if (sizes.includes(stage)) results.set(stage, watch.best());
      yield;
    }
  } finally {
    booster.close();
  }
  return sizes.map((size) => results.get(size)!);
}

/** How many trees a model has at some stage, and what its columns gained until then. */
interface Stage {
  readonly trees: number;
  readonly gains: Float64Array;
}

function* fitWhole(
  view: TrainingView,
  parameters: Parameters,
  threads: number,
): Generator<undefined, GradientBoostingModel> {
  const settings = boostingSettings(parameters);
  const stopping = new EarlyStopping(view, settings.patience);
  const watched = stopping.watchedWith(new Int32Array(0));
  const booster = new Booster(stopping.view, settings, watched, threads);
  const trees: TreeEnsemble[] = [];
  const watch: Watch<Stage> = stopping.watch(booster, () => ({
    trees: trees.length,
    gains: booster.gains.slice(),
  }));
  try {
    for (let stage = 1; stage <= sizeOf(parameters) && !watch.isOver; stage++) {
      trees.push(...booster.advance(true));
      watch.take(stage);
      yield;
    }
  } finally {
    booster.close();
  }
  const { matrix, classes } = view.problem;
  const best = watch.best();
  return {
    algorithm: 'gradient-boosting',
    features: matrix.columns,
    classes,
    trees: joinEnsembles(trees.slice(0, best.trees)),
    base: booster.base,
    importance: normalised(best.gains),
  };
}

/**
 * `nEstimators`, `learningRate`, `subsample`, `maxDepth` (3 unless leaves are limited) and `maxLeafNodes`,
 * `minChildWeight` (sum of second derivatives a leaf must keep), `l2Regularization`, `patience` (early stopping).
 * Candidates that differ in `nEstimators` only cost one fit.
 */
export const gradientBoosting = pathUnit({
  name: 'gradient-boosting',
  defaultGrid: {
    learningRate: [0.1, 0.05, 0.01, 0.001],
    subsample: [0.6, 0.7, 0.75, 0.85, 0.9],
    nEstimators: [8, 16, 32, 64, 128, 256],
  },
  validate: validateBoosting,
  path: ['nEstimators'],
  steps: (candidates) => Math.max(...candidates.map(sizeOf)),
  fitPath: scoreStages,
  fitWhole,
});
