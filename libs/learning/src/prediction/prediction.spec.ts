import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomEnsemble, randomRows } from '../../reference/random-ensemble.ts';
import { addTreeScores } from '../tree/predictor.js';
import type { TreeEnsemble } from '../tree/tree-ensemble.js';
import { addEnsembleScores } from './add-ensemble-scores.js';
import { compileEnsemble } from './compiled-ensemble.js';
import { collectTests } from './threshold-tests.js';

const bitsOf = (sums: Float64Array) => new BigUint64Array(sums.buffer);

/** Sums that are not 0 before, so that adding is told from setting. */
const started = (length: number) => Float64Array.from({ length }, (_, index) => index / 3);

function expectSameBits(trees: TreeEnsemble, outputs: number, rows: number, columns: number): void {
  const matrix = randomRows(rows, rows, columns);
  const walked = started(rows * outputs);
  addTreeScores(trees, outputs, matrix, walked);
  const compiled = compileEnsemble(trees, outputs);
  const sums = started(rows * outputs);
  compiled!.addScores(matrix, sums);
  expect(bitsOf(sums)).toEqual(bitsOf(walked));
}

describe('a compiled ensemble', () => {
  it('adds what the walk from node to node adds, to the bit', () => {
    fc.assert(
      fc.property(
        fc.record({
          seed: fc.nat(),
          trees: fc.integer({ min: 1, max: 9 }),
          columns: fc.integer({ min: 1, max: 70 }),
          depth: fc.integer({ min: 0, max: 9 }),
          outputs: fc.integer({ min: 1, max: 4 }),
          rows: fc.integer({ min: 1, max: 400 }),
          vector: fc.boolean(),
        }),
        ({ outputs, rows, vector, ...shape }) => {
          const trees = randomEnsemble({ ...shape, width: vector ? outputs : 1 });
          expectSameBits(trees, outputs, rows, shape.columns);
        },
      ),
      { numRuns: 150 },
    );
  });

  it.each([1, 127, 128, 129, 256, 300])('reads %i rows, whatever was read before', (rows) => {
    const trees = randomEnsemble({ seed: 5, trees: 4, depth: 8 });
    const compiled = compileEnsemble(trees, 2)!;
    compiled.addScores(randomRows(9, 500, 4), new Float64Array(1000));
    const matrix = randomRows(rows, rows, 4);
    const [sums, walked] = [new Float64Array(rows * 2), new Float64Array(rows * 2)];
    compiled.addScores(matrix, sums);
    addTreeScores(trees, 2, matrix, walked);
    expect(bitsOf(sums)).toEqual(bitsOf(walked));
  });

  it('compares with the largest, infinite, negative and signed zero thresholds as JavaScript does', () => {
    const ends = [3.4028234663852886e38, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 0, 1e-45];
    const trees = randomEnsemble({ seed: 8, trees: 30, columns: 3, depth: 4 });
    const threshold = trees.threshold.map((_, node) => ends[node % ends.length]!);
    const values = Float32Array.from({ length: 600 }, (_, index) => [...ends, Number.NaN][(index * 5) % 7]!);
    const matrix = { rows: 200, columns: 3, values };
    const [sums, walked] = [new Float64Array(400), new Float64Array(400)];
    compileEnsemble({ ...trees, threshold }, 2)!.addScores(matrix, sums);
    addTreeScores({ ...trees, threshold }, 2, matrix, walked);
    expect(bitsOf(sums)).toEqual(bitsOf(walked));
  });

  it('is not made of a tree too large for it', () => {
    const inner = 8_193;
    const chain = Int32Array.from({ length: 2 * inner + 1 }, (_, node) =>
      node % 2 === 0 && node < 2 * inner ? 0 : -1,
    );
    const child = (step: number) => chain.map((column, node) => (column < 0 ? 0 : node + step));
    const trees = {
      roots: Int32Array.of(0),
      feature: chain,
      threshold: new Float32Array(chain.length),
      missingLeft: new Uint8Array(chain.length),
      left: child(1),
      right: child(2),
      width: 1,
      values: new Float32Array(chain.length),
      cover: new Float32Array(chain.length),
    };
    expect(compileEnsemble(trees, 1)).toBeUndefined();
    const sums = new Float64Array(30_000);
    addEnsembleScores(trees, 1, { rows: 30_000, columns: 1, values: new Float32Array(30_000) }, sums);
    expect(sums[0]).toBe(0);
  });
});

describe('addEnsembleScores', () => {
  it('gives the same bits before and after it compiles, for few rows and many', () => {
    const trees = randomEnsemble({ seed: 3, trees: 5, depth: 6 });
    for (const rows of [1, 30, 500, 7, 30]) {
      const matrix = randomRows(rows, rows, 4);
      const [sums, walked] = [started(rows * 2), started(rows * 2)];
      addEnsembleScores(trees, 2, matrix, sums);
      addTreeScores(trees, 2, matrix, walked);
      expect(bitsOf(sums)).toEqual(bitsOf(walked));
    }
  });
});

describe('collectTests', () => {
  it('asks each question once, those that send missing values left first', () => {
    const trees = randomEnsemble({ seed: 2, trees: 20, columns: 2, depth: 6 });
    const { column, threshold, missingLeft, ofNode } = collectTests(trees);
    expect(column).toHaveLength(2 * 4 * 2);
    expect(missingLeft).toBe(8);
    trees.feature.forEach((feature, node) => {
      const test = ofNode[node]!;
      if (feature < 0) expect(test).toBe(-1);
      else {
        expect([column[test], threshold[test]]).toEqual([feature, trees.threshold[node]]);
        expect(test < missingLeft ? 1 : 0).toBe(trees.missingLeft[node]);
      }
    });
  });
});
