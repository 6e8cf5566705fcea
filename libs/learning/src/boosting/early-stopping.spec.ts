import { describe, expect, it } from 'vitest';
import { finished } from '../../reference/algorithms.ts';
import { noisyData } from '../../reference/load.ts';
import { prepareProblem } from '../algorithm/problem.js';
import { ALL_ROWS, type TrainingView, trainingView } from '../algorithm/training-view.js';
import { selectRows } from '../dataset/matrix.js';
import { surprise } from '../metrics/probability.js';
import type { GradientBoostingModel } from '../model/fitted-model.js';
import { predictProbabilities } from '../model/predict.js';
import { joinEnsembles, type TreeEnsemble } from '../tree/tree-ensemble.js';
import { gradientBoosting } from './algorithm.js';
import { Booster } from './booster.js';
import { EarlyStopping } from './early-stopping.js';
import { boostingSettings } from './settings.js';

const STEEP = { learningRate: 0.4, subsample: 0.8 };
const classCounts = [2, 3];

function viewOf(classes: number, fold = ALL_ROWS): TrainingView {
  const data = noisyData({ rows: 400, columns: 6, classes, missing: 0.1 });
  const foldOf = data.labels.map((_, row) => row % 3);
  return trainingView(prepareProblem(data, { seed: 4, foldOf }), fold);
}

function fit(view: TrainingView, parameters: Record<string, number>): GradientBoostingModel {
  const unit = { parameters, from: 0, to: 1 };
  return finished(gradientBoosting.fit(view, unit)) as GradientBoostingModel;
}

const stagesOf = ({ trees, base }: GradientBoostingModel) => trees.roots.length / base.length;

/** Loss on `held` after each of so many stages grown on the other rows, from the grown trees' own predictions. */
function heldLosses(view: TrainingView, patience: number, stages: number): number[] {
  const { view: training } = new EarlyStopping(view, patience);
  const kept = new Set(training.activeRows);
  const held = view.activeRows.filter((row) => !kept.has(row));
  const { matrix, labels, classes } = view.problem;
  const rows = selectRows(matrix, held);
  const booster = new Booster(training, boostingSettings(STEEP), new Int32Array(0));
  const trees: TreeEnsemble[] = [];
  return Array.from({ length: stages }, () => {
    trees.push(...booster.advance(true));
    const found = predictProbabilities(
      {
        algorithm: 'gradient-boosting',
        features: matrix.columns,
        classes,
        base: booster.base,
        importance: booster.gains,
        trees: joinEnsembles(trees),
      },
      rows,
    );
    return held.reduce((sum, row, index) => {
      const label = labels[row]!;
      const weight = view.weights[row]! * view.classWeights[label]!;
      return sum + weight * surprise(found[index * classes + label]!);
    }, 0);
  });
}

/** The stage of the lowest loss before `patience` stages in a row brought none lower. */
function bestStage(losses: readonly number[], patience: number): number {
  let best = 0;
  for (let stage = 1; stage < losses.length && stage - best < patience + 1; stage++) {
    if (losses[stage]! < losses[best]!) best = stage;
  }
  return best + 1;
}

describe.each(classCounts)('early stopping, %i classes', (classes) => {
  const view = viewOf(classes);

  it.each([1, 3, 10])('keeps the best stage before %i brought nothing', (patience) => {
    const model = fit(view, { nEstimators: 80, patience, ...STEEP });
    expect(stagesOf(model)).toBe(bestStage(heldLosses(view, patience, 80), patience));
    expect(stagesOf(model)).toBeLessThan(80);
  });

  it('gives the model of just so many stages, what its columns gained included', () => {
    const stopped = fit(view, { nEstimators: 80, patience: 5, ...STEEP });
    expect(fit(view, { nEstimators: stagesOf(stopped), patience: 5, ...STEEP })).toEqual(stopped);
  });

  it.each([undefined, 4])('scores every size as the fit of that size predicts (patience %s)', (patience) => {
    const fold = viewOf(classes, 1);
    const settings = { ...STEEP, ...(patience && { patience }) };
    const candidates = [60, 1, 7].map((nEstimators) => ({ nEstimators, ...settings }));
    const [unit] = gradientBoosting.planScoring(candidates);
    const scores = finished(gradientBoosting.score(fold, unit!));
    candidates.forEach((parameters, index) => {
      const expected = predictProbabilities(fit(fold, parameters), fold.validation);
      expect(Float32Array.from(scores[index]!)).toEqual(expected);
    });
  });
});

it('keeps one stage where no stage helps', () => {
  // Labels that no column tells: what is learnt of them is wrong on other rows.
  const data = noisyData({ rows: 120, columns: 5 });
  const labels = data.labels.map((_, row) => ((row * 7919) >> 3) & 1);
  const view = trainingView(prepareProblem({ ...data, labels }, { seed: 4 }), ALL_ROWS);
  const losses = heldLosses(view, 2, 30);
  expect(bestStage(losses, 2)).toBe(1);
  expect(stagesOf(fit(view, { nEstimators: 30, patience: 2, ...STEEP }))).toBe(1);
});

it('holds nothing back of fewer than ten rows', () => {
  const view = trainingView(prepareProblem(noisyData({ rows: 9, columns: 5 }), { seed: 4 }), ALL_ROWS);
  const parameters = { nEstimators: 12 };
  expect(fit(view, { ...parameters, patience: 1 })).toEqual(fit(view, parameters));
});
