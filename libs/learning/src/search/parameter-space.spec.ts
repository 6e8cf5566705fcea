import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random/random.js';
import { drawParameters, type ParameterSpace } from './parameter-space.js';

const space: ParameterSpace = {
  criterion: ['gini', 'entropy'],
  learningRate: { logUniform: [0.001, 0.1] },
  subsample: { uniform: [0.5, 1] },
  maxDepth: { integers: [2, 9] },
};
const draw = (count: number, of: ParameterSpace = space, seed = 1) =>
  drawParameters(of, count, createRandom(seed));

describe('drawParameters', () => {
  it('draws different combinations, each parameter from its distribution', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 60 }), (seed, count) => {
        const drawn = draw(count, space, seed);
        expect(new Set(drawn.map((each) => JSON.stringify(each))).size).toBe(count);
        for (const { criterion, learningRate, subsample, maxDepth } of drawn) {
          expect(['gini', 'entropy']).toContain(criterion);
          expect(learningRate).toSatisfy((value: number) => value >= 0.001 && value <= 0.1);
          expect(subsample).toSatisfy((value: number) => value >= 0.5 && value < 1);
          expect(maxDepth).toSatisfy((value: number) => Number.isInteger(value) && value >= 2 && value <= 9);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('draws as many from each decade of a logarithmic range, and from each value of the others', () => {
    const drawn = draw(4000);
    const share = (test: (each: (typeof drawn)[number]) => boolean) => drawn.filter(test).length / 4000;
    expect(share(({ learningRate }) => Number(learningRate) < 0.01)).toBeCloseTo(0.5, 1);
    expect(share(({ subsample }) => Number(subsample) < 0.75)).toBeCloseTo(0.5, 1);
    expect(share(({ criterion }) => criterion === 'gini')).toBeCloseTo(0.5, 1);
    for (let depth = 2; depth <= 9; depth++)
      expect(Math.abs(share(({ maxDepth }) => maxDepth === depth) - 1 / 8)).toBeLessThan(0.03);
  });

  it('gives each combination of a small space once, however many are wanted', () => {
    const small: ParameterSpace = { k: { integers: [3, 5] }, weights: ['uniform', 'distance', 'uniform'] };
    const all = [3, 4, 5].flatMap((k) => ['uniform', 'distance'].map((weights) => ({ k, weights })));
    expect(draw(100, small)).toEqual(all);
    expect(draw(6, small)).toEqual(all);
    expect(all).toEqual(expect.arrayContaining(draw(5, small)));
    expect(new Set(draw(5, small).map((each) => JSON.stringify(each))).size).toBe(5);
  });

  it('repeats itself for a seed only', () => {
    expect(draw(10)).toEqual(draw(10));
    expect(draw(10)).not.toEqual(draw(10, space, 2));
  });

  it.each<[string, ParameterSpace, number]>([
    ['no candidates', space, 0],
    ['half a candidate', space, 1.5],
    ['an empty list', { C: [] }, 3],
    ['a range the wrong way round', { C: { uniform: [2, 1] } }, 3],
    ['an empty range', { C: { uniform: [1, 1] } }, 3],
    ['an endless range', { C: { uniform: [0, Number.POSITIVE_INFINITY] } }, 3],
    ['a logarithm of 0', { C: { logUniform: [0, 1] } }, 3],
    ['integers that are none', { k: { integers: [0.5, 3] } }, 3],
    ['what is not a number', { k: { integers: [Number.NaN, 3] } }, 3],
  ])('refuses %s', (_, wrong, count) => {
    expect(() => draw(count, wrong)).toThrow(expect.objectContaining({ code: 'LEARN_PARAMETER_INVALID' }));
  });
});
