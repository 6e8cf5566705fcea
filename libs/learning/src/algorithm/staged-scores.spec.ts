import { describe, expect, it } from 'vitest';
import { algorithmsBut, finished } from '../../reference/algorithms.ts';
import { noisyData } from '../../reference/load.ts';
import type { AlgorithmName } from '../model/fitted-model.js';
import { predictProbabilities } from '../model/predict.js';
import type { Parameters } from './algorithm.js';
import { expandGrid } from './parameters.js';
import { prepareProblem } from './problem.js';
import { algorithmOf } from './registry.js';
import { type TrainingView, trainingView } from './training-view.js';

const sizes = [7, 1, 19];

/** Grids of which one fit answers several candidates. */
const GRIDS = {
  'logistic-regression': { C: [10, 0.01, 1] },
  knn: { k: [9, 1, 4], weights: ['uniform', 'distance'] },
  'decision-tree': { criterion: ['log_loss', 'gini', 'entropy'] },
  adaboost: { nEstimators: sizes, maxDepth: [1, 2] },
  'random-forest': { nEstimators: sizes, criterion: ['gini', 'entropy'] },
  'gradient-boosting': { nEstimators: sizes, subsample: [0.7, 1] },
} satisfies Record<AlgorithmName, unknown>;

function viewOf(classes: number): TrainingView {
  const data = noisyData({ rows: 150, columns: 5, classes, missing: 0.1 });
  const weights = Float64Array.from(data.labels, (_, row) => 1 + (row % 4) / 2);
  const foldOf = data.labels.map((_, row) => (row * 5) % 3);
  return trainingView(prepareProblem({ ...data, weights }, { seed: 2, foldOf }), 1);
}

function scoresByCandidate(algorithm: AlgorithmName, view: TrainingView, candidates: readonly Parameters[]) {
  const own = algorithmOf(algorithm);
  const scores: Float64Array[] = [];
  const series = new Map<number, Float64Array>();
  for (const unit of own.planScoring(candidates)) {
    const sums =
      series.get(unit.series) ?? new Float64Array(view.validationRows.length * view.problem.classes);
    series.set(unit.series, sums);
    const found = own.assemble(unit, finished(own.score(view, unit)), sums);
    unit.completes.forEach((candidate, index) => {
      scores[candidate] = found[index]!;
    });
  }
  return scores;
}

function fittedAlone(algorithm: AlgorithmName, view: TrainingView, parameters: Parameters): Float32Array {
  const own = algorithmOf(algorithm);
  const parts = own.planFitting(parameters).map((unit) => finished(own.fit(view, unit)));
  return predictProbabilities(own.join(parts), view.validation);
}

// A warm start ends within the minimiser's tolerance of a cold one; the others are the same to the bit.
const toleranceOf = (algorithm: AlgorithmName) => (algorithm === 'logistic-regression' ? 1e-5 : 0);

describe.each(algorithmsBut())('%s', (algorithm) => {
  it.each([2, 3])('scores each candidate of a series as its own fit predicts (%i classes)', (classes) => {
    const view = viewOf(classes);
    const candidates = expandGrid(GRIDS[algorithm]);
    const scores = scoresByCandidate(algorithm, view, candidates);
    expect(scores).toHaveLength(candidates.length);
    candidates.forEach((parameters, candidate) => {
      const alone = fittedAlone(algorithm, view, parameters);
      expect(scores[candidate]).toHaveLength(alone.length);
      alone.forEach((probability, index) => {
        const difference = Math.abs(Math.fround(scores[candidate]![index]!) - probability);
        expect(difference).toBeLessThanOrEqual(toleranceOf(algorithm));
      });
    });
  });
});
