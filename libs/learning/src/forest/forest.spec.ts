import { describe, expect, it } from 'vitest';
import { noisyData } from '../../reference/load.ts';
import { prepareProblem } from '../algorithm/problem.js';
import { ALL_ROWS, trainingView } from '../algorithm/training-view.js';
import type { RandomForestModel } from '../model/fitted-model.js';
import { predictProbabilities } from '../model/predict.js';
import { createRandom } from '../random/random.js';
import { fitModel } from '../training/fit-model.js';
import { randomForest } from './algorithm.js';
import { drawBootstrap } from './bootstrap.js';
import { planForestFitting, planForestScoring } from './stages.js';

const data = noisyData({ rows: 300, columns: 9, missing: 0.1 });
const viewOf = (seed: number) => trainingView(prepareProblem(data, { seed }), ALL_ROWS);
const fit = async (nEstimators: number, seed = 1, workers = 0) =>
  (await fitModel(
    data,
    { algorithm: 'random-forest', parameters: { nEstimators } },
    { seed, workers },
  )) as RandomForestModel;

describe('drawBootstrap', () => {
  it('draws as many rows as there are, about 63 % of them distinct', () => {
    const many = noisyData({ rows: 4000, columns: 12 });
    const view = trainingView(prepareProblem(many, { seed: 1 }), ALL_ROWS);
    const weights = new Float64Array(view.problem.labels.length);
    drawBootstrap(view, createRandom(1), weights);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(4000);
    expect(weights.filter((weight) => weight > 0).length / view.activeRows.length).toBeCloseTo(0.632, 1);
  });
});

describe('planning', () => {
  it('grows one forest for all sizes, cut where a size is reached', () => {
    const units = planForestScoring([
      { nEstimators: 20 },
      { nEstimators: 8 },
      { nEstimators: 20, maxDepth: 2 },
    ]);
    expect(units.map(({ series, from, to, completes }) => [series, from, to, completes])).toEqual([
      [0, 0, 8, [1]],
      [0, 8, 16, []],
      [0, 16, 20, [0]],
      [1, 0, 8, []],
      [1, 8, 16, []],
      [1, 16, 20, [2]],
    ]);
  });

  it('cuts fitting to pieces that make up the whole', () => {
    expect(planForestFitting({ nEstimators: 11 }).map(({ from, to }) => [from, to])).toEqual([
      [0, 8],
      [8, 11],
    ]);
  });

  it('reads a stage off as the forest of that size would score', () => {
    const problem = prepareProblem(data, { seed: 1, foldOf: data.labels.map((_, row) => row % 3) });
    const view = trainingView(problem, 0);
    const drain = <T>(work: Generator<undefined, T>): T => {
      for (;;) {
        const step = work.next();
        if (step.done) return step.value;
      }
    };
    const candidates = [{ nEstimators: 4 }, { nEstimators: 10 }];
    const series = new Float64Array(view.validation.rows * 2);
    const staged = planForestScoring(candidates).flatMap((unit) =>
      randomForest.assemble(unit, drain(randomForest.score(view, unit)), series),
    );
    candidates.forEach(({ nEstimators }, index) => {
      const whole = drain(randomForest.fit(view, { parameters: { nEstimators }, from: 0, to: nEstimators }));
      const expected = predictProbabilities(whole, view.validation);
      expect(Float32Array.from(staged[index]!)).toEqual(expected);
    });
  });
});

describe('a fitted forest', () => {
  it('is the same model whatever the number of workers', async () => {
    const [none, one, two] = await Promise.all([fit(20, 1, 0), fit(20, 1, 1), fit(20, 1, 2)]);
    expect(one).toEqual(none);
    expect(two).toEqual(none);
  });

  it('begins with the trees of a smaller one, and changes with the seed', async () => {
    const [small, large, other] = [await fit(3), await fit(9), await fit(3, 2)];
    const nodes = small.trees.feature.length;
    expect(large.trees.feature.subarray(0, nodes)).toEqual(small.trees.feature);
    expect(large.trees.roots).toHaveLength(9);
    expect(other.trees).not.toEqual(small.trees);
  });

  it('looks at √features columns in a node, so that its trees differ', () => {
    const view = viewOf(1);
    const roots = new Set<number>();
    const part = randomForest.fit(view, { parameters: { nEstimators: 30 }, from: 0, to: 30 });
    for (let step = part.next(); ; step = part.next()) {
      if (!step.done) continue;
      const { trees } = step.value as RandomForestModel;
      for (const root of trees.roots) roots.add(trees.feature[root]!);
      break;
    }
    expect(roots.size).toBeGreaterThan(2);
  });

  it('finds the columns that matter', async () => {
    const { importance } = await fit(32);
    expect(importance.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
    const strongest = Array.from(importance.keys()).sort((a, b) => importance[b]! - importance[a]!);
    expect(strongest.slice(0, 2).sort()).toEqual([0, 1]);
  });

  it.each([
    { nEstimators: 0 },
    { nEstimators: 1.5 },
    {},
    { nEstimators: 8, depth: 3 },
    { nEstimators: 8, maxDepth: 0 },
  ])('refuses %j', async (parameters) => {
    const fitting = fitModel(data, { algorithm: 'random-forest', parameters }, { seed: 1, workers: 0 });
    await expect(fitting).rejects.toMatchObject({ code: 'LEARN_PARAMETER_INVALID' });
  });
});
