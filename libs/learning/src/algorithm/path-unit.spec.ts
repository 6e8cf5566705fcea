import { describe, expect, it } from 'vitest';
import { noisyData } from '../../reference/load.ts';
import { stratifiedFolds } from '../splits/splits.js';
import type { Parameters } from './algorithm.js';
import { pathUnit } from './path-unit.js';
import { prepareProblem } from './problem.js';
import { type TrainingView, trainingView } from './training-view.js';

const asked: { candidates: readonly Parameters[]; threads: number }[] = [];

/** Scores that name their candidate: its size in every place. */
const named = pathUnit({
  name: 'gradient-boosting',
  defaultGrid: {},
  validate: () => {},
  path: ['nEstimators'],
  sameFit: ({ verbose: _, ...rest }) => rest,
  steps: (candidates) => Math.max(...candidates.map((each) => Number(each.nEstimators))),
  *fitPath(view, candidates, threads) {
    asked.push({ candidates, threads });
    const largest = Math.max(...candidates.map((each) => Number(each.nEstimators)));
    for (let step = 0; step < largest; step++) yield;
    const length = view.validation.rows * view.problem.classes;
    return candidates.map((each) => new Float64Array(length).fill(Number(each.nEstimators)));
  },
  fitWhole: () => {
    throw new Error('not fitted here');
  },
});

const view: TrainingView = (() => {
  const data = noisyData({ rows: 60 });
  const foldOf = stratifiedFolds(data.labels, 2, 3, { seed: 1 });
  return trainingView(prepareProblem(data, { seed: 1, foldOf }), 0);
})();

describe('pathUnit', () => {
  const candidates: Parameters[] = [
    { learningRate: 0.1, nEstimators: 8 },
    { learningRate: 0.01, nEstimators: 8 },
    { nEstimators: 4, learningRate: 0.1 },
    { learningRate: 0.1, nEstimators: 8, verbose: 1 },
  ];
  const units = named.planScoring(candidates);

  it('makes one unit of the candidates that differ along the path only, in whatever order they are written', () => {
    expect(
      units.map(({ series, completes, parameters, steps }) => ({ series, completes, parameters, steps })),
    ).toEqual([
      { series: 0, completes: [0, 2, 3], parameters: { learningRate: 0.1 }, steps: 8 },
      { series: 1, completes: [1], parameters: { learningRate: 0.01 }, steps: 8 },
    ]);
  });

  it('fits each different candidate once, and gives each its own scores in order', () => {
    const work = named.score(view, units[0]!, 3);
    let steps = 0;
    let step = work.next();
    for (; !step.done; step = work.next()) steps++;
    expect(steps).toBe(units[0]!.steps);
    expect(asked).toEqual([{ candidates: [candidates[0], candidates[2]], threads: 3 }]);
    const scores = named.assemble(units[0]!, step.value, new Float64Array());
    expect(scores.map((each) => each[0])).toEqual([8, 4, 8]);
    expect(scores[2]).toBe(scores[0]);
  });

  it('plans one fit for a model, with its steps', () => {
    expect(named.planFitting(candidates[2]!)).toEqual([
      { parameters: candidates[2], from: 0, to: 1, steps: 4 },
    ]);
  });
});
