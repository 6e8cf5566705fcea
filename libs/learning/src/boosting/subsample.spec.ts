import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noisyData } from '../../reference/load.ts';
import { prepareProblem } from '../algorithm/problem.js';
import { ALL_ROWS, type TrainingView, trainingView } from '../algorithm/training-view.js';
import { createRandom } from '../random/random.js';
import { Subsample } from './subsample.js';

const ROWS = 150;

/** Rows of which many stand several times, some without weight. */
function viewOf(seed: number): TrainingView {
  const data = noisyData({ rows: ROWS, columns: 2, seed });
  const weights = Float64Array.from(data.labels, (_, row) => (row % 5 === 0 ? 0 : 0.5 + (row % 3)));
  return trainingView(prepareProblem({ ...data, weights }, { seed }), ALL_ROWS);
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

describe('Subsample', () => {
  it('draws from the rows with weight, none of them more often than it stands there', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.double({ min: 0.001, max: 1, noNaN: true }), (seed, share) => {
        const view = viewOf(seed);
        const sample = new Subsample(view, share, createRandom(seed));
        for (let stage = 0; stage < 3; stage++) {
          sample.draw();
          const { rows, rest, weights } = sample;
          expect(Array.from([...rows, ...rest]).sort((a, b) => a - b)).toEqual([...view.activeRows]);
          expect(rows.length).toBeGreaterThan(0);
          for (const row of rows) {
            expect(weights[row]).toBeGreaterThan(0.49);
            expect(weights[row]).toBeLessThan(view.weights[row]! + 1e-9);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('draws a share of the original rows, each as likely as the next', () => {
    const data = noisyData({ rows: ROWS, columns: 2 });
    const view = trainingView(prepareProblem(data, { seed: 1 }), ALL_ROWS);
    const sample = new Subsample(view, 0.6, createRandom(1));
    const drawn = new Float64Array(view.weights.length);
    for (let stage = 0; stage < 500; stage++) {
      sample.draw();
      const own = Array.from(sample.rows, (row) => sample.weights[row]!);
      expect(own.reduce((total, weight) => total + weight, 0)).toBe(90);
      for (const row of sample.rows) drawn[row]! += sample.weights[row]!;
    }
    expect(sum(drawn)).toBe(500 * 90);
    drawn.forEach((weight, row) => {
      expect(Math.abs(weight / (500 * view.weights[row]!) - 0.6)).toBeLessThan(0.12);
    });
  });

  it('leaves every row in where the whole is drawn', () => {
    const view = viewOf(1);
    const sample = new Subsample(view, 1, createRandom(1));
    sample.draw();
    expect(sample.rows).toEqual(view.activeRows);
    expect(sample.rest).toHaveLength(0);
    expect(sample.weights).toEqual(view.weights);
  });
});
