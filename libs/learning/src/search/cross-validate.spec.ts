import { describe, expect, it } from 'vitest';
import { noisyData } from '../../reference/load.ts';
import { prepareProblem } from '../algorithm/problem.js';
import { algorithmOf } from '../algorithm/registry.js';
import { trainingView } from '../algorithm/training-view.js';
import { binaryCounts, f1 } from '../metrics/confusion.js';
import { mostProbable } from '../model/predict.js';
import type { Executor } from '../parallel/executor.js';
import { InThreadExecutor } from '../parallel/in-thread-executor.js';
import { createRandom, shuffle } from '../random/random.js';
import { stratifiedFolds } from '../splits/splits.js';
import { CandidateScores } from './candidate-scores.js';
import { crossValidate } from './cross-validate.js';
import { foldF1, foldRowsOf, writeToOriginals } from './fold-rows.js';
import { type PlannedTask, planSearch } from './search-plan.js';

const data = noisyData({ rows: 300, classes: 3, missing: 0.05 });
const foldOf = stratifiedFolds(data.labels, 3, 3, { seed: 1 });
const problem = prepareProblem(data, { seed: 1, foldOf });
const folds = [0, 1, 2].map((fold) => foldRowsOf(problem, fold));
const plan = planSearch(
  [
    {
      algorithm: algorithmOf('decision-tree'),
      parameters: [1, 2, 3, 4, 5].map((maxDepth) => ({ maxDepth })),
    },
    {
      algorithm: algorithmOf('random-forest'),
      parameters: [4, 12, 20].map((nEstimators) => ({ nEstimators, maxDepth: 3 })),
    },
  ],
  3,
);

/** Hands outcomes over in another order than that of the tasks. */
class Reordering implements Executor {
  private readonly inner = new InThreadExecutor();
  readonly tasks: number[] = [];

  constructor(private readonly seed: number) {}

  readonly run: Executor['run'] = (...run) => this.inner.run(...run);

  readonly stream: Executor['stream'] = async (own, tasks, take) => {
    this.tasks.push(tasks.length);
    const outcomes = await this.inner.run(own, tasks);
    const order = shuffle(Int32Array.from(outcomes.keys()), createRandom(this.seed));
    for (const task of order) take(task, outcomes[task]!);
  };

  warmUp(): void {}

  readonly close: Executor['close'] = () => this.inner.close();
}

describe('the rows of a fold', () => {
  it('stand in the order in which views score them, with their labels', () => {
    folds.forEach((rows, fold) => {
      const view = trainingView(problem, fold);
      expect([...rows.labels]).toEqual([...view.validationRows].map((row) => problem.labels[row]));
      expect(rows.counts.reduce((sum, count) => sum + count, 0)).toBe(rows.originals.length);
    });
  });

  it('have the F1 of their original rows, ties going to the first class', () => {
    const random = createRandom(3);
    for (const [fold, rows] of folds.entries()) {
      const scores = Float32Array.from({ length: rows.labels.length * 3 }, () => random.below(3) / 2);
      const all = new Float32Array(300 * 3);
      writeToOriginals(rows, scores, all);
      const predicted = mostProbable(all, 3, new Int32Array(300));
      const own = (values: Int32Array) => values.filter((_, row) => foldOf[row] === fold);
      for (const positive of [0, 1, 2])
        expect(foldF1(rows, scores, positive)).toBe(
          f1(binaryCounts(own(data.labels), own(predicted), positive)),
        );
    }
  });
});

describe('crossValidate', () => {
  const usual = crossValidate(problem, plan, new InThreadExecutor(), { positive: 1 });
  const withoutSeconds = ({ candidates, outOfFold }: Awaited<typeof usual>) => ({
    candidates: candidates.map(({ seconds: _, ...rest }) => rest),
    outOfFold,
  });

  it.each([1, 2, 3, 4, 5])('gives the same in whatever order outcomes come (%i)', async (seed) => {
    const executor = new Reordering(seed);
    const other = await crossValidate(problem, plan, executor, { positive: 1 });
    expect(withoutSeconds(other)).toEqual(withoutSeconds(await usual));
    expect(executor.tasks).toEqual([plan.planned.length, 0]);
  });

  it.each([1, 2, 3])(
    'does the best again where its scores had to be let go, and gets the same (%i)',
    async (seed) => {
      const executor = new Reordering(seed);
      const other = await crossValidate(problem, plan, executor, { positive: 1, heldBytes: 1 });
      expect(withoutSeconds(other)).toEqual(withoutSeconds(await usual));
      expect(executor.tasks[1]).toBeGreaterThan(0);
      expect(executor.tasks[1]).toBeLessThan(plan.planned.length);
    },
  );
});

describe('the scores kept of many candidates', () => {
  const tree = algorithmOf('decision-tree');
  const many = planSearch(
    [{ algorithm: tree, parameters: Array.from({ length: 100 }, (_, index) => ({ maxDepth: index + 1 })) }],
    3,
  );
  const perCandidate = folds.reduce((sum, fold) => sum + fold.labels.length * 3 * 4, 0);
  const random = createRandom(9);
  const scoresFor = ({ fold }: PlannedTask) => [
    Float64Array.from({ length: folds[fold]!.labels.length * 3 }, () => random.uniform()),
  ];

  it('are those of the best, once all candidates are through', () => {
    const scores = new CandidateScores(many, folds, { positive: 1 });
    for (const task of many.planned) {
      scores.take(task, scoresFor(task), 0.5);
      expect(scores.bytesHeld).toBeLessThanOrEqual(2 * perCandidate);
    }
    expect(scores.bytesHeld).toBe(perCandidate);
    expect(scores.best!.meanF1).toBe(Math.max(...scores.candidates.map(({ meanF1 }) => meanF1)));
    expect(scores.missing()).toEqual([]);
  });

  it('stay within their bound and those of the best, while all are half done', () => {
    const bound = 5 * perCandidate;
    const scores = new CandidateScores(many, folds, { positive: 1, heldBytes: bound });
    const byFold = [...many.planned].sort((a, b) => a.fold - b.fold);
    for (const task of byFold) {
      scores.take(task, scoresFor(task), 0.5);
      expect(scores.bytesHeld).toBeLessThanOrEqual(bound + perCandidate);
    }
    expect(scores.candidates.every(({ seconds }) => seconds === 1.5)).toBe(true);
  });
});
