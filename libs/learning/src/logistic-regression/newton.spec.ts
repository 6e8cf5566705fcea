import { describe, expect, it } from 'vitest';
import { noisyData } from '../../reference/load.ts';
import { prepareProblem } from '../algorithm/problem.js';
import { ALL_ROWS, trainingView } from '../algorithm/training-view.js';
import type { TrainingData } from '../dataset/training-data.js';
import { fitPreprocessing } from '../preprocessing/preprocessing.js';
import { factorise, solveFactorised } from './cholesky.js';
import { type Design, designOf } from './design.js';
import { hessianOf } from './hessian.js';
import { minimise } from './lbfgs.js';
import { minimiseByNewton } from './newton.js';
import { LogLoss } from './objective.js';

function result<T>(work: Generator<undefined, T>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

function designFor(data: TrainingData): Design {
  const view = trainingView(prepareProblem(data, { seed: 1 }), ALL_ROWS);
  return designOf(view, result(fitPreprocessing(view, 'knn')));
}

function expectClose(found: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number) {
  expect(found.length).toBe(expected.length);
  for (let index = 0; index < expected.length; index++)
    expect(Math.abs(found[index]! - expected[index]!)).toBeLessThan(tolerance);
}

describe.each([2, 3])("Newton's method with %i classes", (classes) => {
  const design = designFor(noisyData({ rows: 150, columns: 6, classes, missing: 0.1 }));
  const length = (classes === 2 ? 1 : classes) * 7;

  it.each([1e-3, 1, 1e3])('finds the minimum that L-BFGS finds, C %f', (C) => {
    const point = result(minimiseByNewton(new LogLoss(design), C, new Float64Array(length)))!;
    const gradient = new Float64Array(length);
    const value = new LogLoss(design).penalised(C)(point, gradient);
    expect(Math.max(...gradient.map(Math.abs))).toBeLessThan(1e-8);
    const other = result(
      minimise(new LogLoss(design).penalised(C), new Float64Array(length), {
        tolerance: 1e-10,
        maxIterations: 2000,
      }),
    );
    expect(other.isConverged).toBe(true);
    expect(value).toBeCloseTo(new LogLoss(design).penalised(C)(other.point, gradient), 12);
    expectClose(point, other.point, 1e-4);
  });

  it('has second derivatives that are the differences of first ones', () => {
    const C = 0.5;
    const loss = new LogLoss(design);
    const objective = loss.penalised(C);
    const point = Float64Array.from({ length }, (_, index) => Math.sin(index));
    const [before, after] = [new Float64Array(length), new Float64Array(length)];
    for (let column = 0; column < length; column++) {
      const moved = (by: number) => point.map((each, index) => (index === column ? each + by : each));
      objective(moved(-1e-5), before);
      objective(moved(1e-5), after);
      objective(point, new Float64Array(length));
      const hessian = result(hessianOf(loss, loss.penalty(C)));
      for (let row = column; row < length; row++) {
        // What holds the intercepts of several classes in place is no derivative.
        const held = classes > 2 && row % 7 === 6 && column % 7 === 6 ? 1 : 0;
        const expected = (after[row]! - before[row]!) / 2e-5 + held;
        expect(hessian[row * length + column]).toBeCloseTo(expected, 7);
      }
    }
  });
});

describe('the Cholesky factor', () => {
  it('solves a system, and says when there is none', () => {
    const matrix = Float64Array.of(4, 0, 0, 2, 5, 0, -1, 1, 6);
    const right = Float64Array.of(4 + 4 - 3, 2 + 10 + 3, -1 + 2 + 18);
    expect(factorise(matrix, 3)).toBe(true);
    solveFactorised(matrix, 3, right);
    expectClose(right, [1, 2, 3], 1e-12);
    expect(factorise(Float64Array.of(1, 0, 2, 1), 2)).toBe(false);
  });
});
