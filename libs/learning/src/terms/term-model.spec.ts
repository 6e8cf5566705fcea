import { describe, expect, it } from 'vitest';
import { type TermModel, termScores } from './term-model.js';

const model: TermModel = {
  hashing: 'test',
  blocks: ['a', 'b', 'c'],
  blockSize: 4,
  cost: 8,
  intercept: 100,
  weights: Int8Array.of(1, 2, 3, 4, -10, 0, 20, 0, 127, 0, 0, -127),
  scales: Float64Array.of(0.5, 1, 0.25),
};

function scoresOf(ids: number[]): number[] {
  const out = new Float32Array(5).fill(-1);
  termScores(model, Uint32Array.of(9, ...ids, 9), 1, 1 + ids.length, out, 1);
  expect([out[0], out[4]]).toEqual([-1, -1]);
  return [...out.subarray(1, 4)];
}

describe('termScores', () => {
  it('sums each block over the root of how many ids it has, repeats counted', () => {
    expect(scoresOf([0, 3, 3, 3, 6, 8])).toEqual([(0.5 * 13) / 2, 20, 31.75]);
  });

  it('gives 0 for a block without terms, first, last or all', () => {
    expect(scoresOf([4])).toEqual([0, -10, 0]);
    expect(scoresOf([1, 11])).toEqual([1, 0, -31.75]);
    expect(scoresOf([])).toEqual([0, 0, 0]);
  });
});
