import { describe, expect, it } from 'vitest';
import { profileFromJson, profileToJson } from './column-profile.js';
import { ColumnProfiler } from './column-profiler.js';

function profileOf(kind: 'number' | 'text', values: readonly (number | string | null)[], options = {}) {
  const profiler = new ColumnProfiler('column', kind, options);
  for (const value of values) profiler.add(value);
  return profiler.profile();
}

describe('a number column', () => {
  it('is counted value by value while there are few', () => {
    expect(profileOf('number', [1, -1, 1, null, Number.NaN, -0, 0, 1])).toEqual({
      version: 1,
      column: 'column',
      kind: 'number',
      count: 8,
      missing: 2,
      minimum: -1,
      maximum: 1,
      mean: expect.closeTo(1 / 3, 12),
      variance: expect.closeTo(0.6666666667, 9),
      values: [
        [-1, 1],
        [0, 2],
        [1, 3],
      ],
      sample: [],
    });
  });

  it('is sampled where there are many values, in bounded room', () => {
    const values = Array.from({ length: 5000 }, (_, index) => index);
    const profile = profileOf('number', values, { maxValues: 10, sampleSize: 100, seed: 3 });
    if (profile.kind !== 'number') throw new Error('kind');
    expect(profile.values).toBeNull();
    expect(profile.sample).toHaveLength(100);
    expect([...profile.sample].sort((a, b) => a - b)).toEqual(profile.sample);
    expect(profile).toMatchObject({ minimum: 0, maximum: 4999, mean: 2499.5 });
    expect(profile.variance).toBeCloseTo((5000 * 5001) / 12, 3);
  });

  it('keeps its digits far from zero, where sums of squares lose them', () => {
    const profile = profileOf('number', [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]);
    expect(profile).toMatchObject({ variance: 30 });
  });

  it('of nothing says nothing', () => {
    expect(profileOf('number', [null, 'text', Number.POSITIVE_INFINITY])).toMatchObject({
      count: 3,
      missing: 3,
      minimum: null,
      mean: null,
      values: [],
    });
  });
});

describe('a text column', () => {
  it('counts texts, distinct texts and lengths', () => {
    expect(profileOf('text', ['aa', 'b', 'aa', null, 5])).toMatchObject({
      kind: 'text',
      count: 5,
      missing: 2,
      values: [
        ['aa', 2],
        ['b', 1],
      ],
      distinct: 2,
      distinctIsExact: true,
      lengths: {
        minimum: 1,
        maximum: 2,
        values: [
          [1, 1],
          [2, 2],
        ],
      },
    });
  });

  it('says where distinct texts are no longer counted', () => {
    const texts = Array.from({ length: 300 }, (_, index) => `text ${index}`);
    expect(profileOf('text', texts)).toMatchObject({ values: null, distinct: 300, distinctIsExact: true });
    expect(profileOf('text', texts, { maxDistinct: 200 })).toMatchObject({
      distinct: 200,
      distinctIsExact: false,
    });
  });
});

describe('JSON', () => {
  it.each([
    profileOf('number', [1, 2.5, null]),
    profileOf(
      'number',
      Array.from({ length: 500 }, (_, index) => index / 7),
    ),
    profileOf('text', ['x', null]),
    profileOf('number', []),
  ])('keeps a profile as it is', (profile) => {
    expect(profileFromJson(profileToJson(profile))).toEqual(profile);
    expect(profileFromJson(JSON.parse(profileToJson(profile)))).toEqual(profile);
  });

  it.each([
    '',
    'null',
    '{}',
    '[]',
    '{"version":2}',
    '{"version":1,"kind":"number","column":"a","count":-1}',
    '{"version":1,"kind":"text","column":"a","count":1,"missing":0,"values":null,"lengths":null}',
  ])('refuses %s', (text) => {
    expect(() => profileFromJson(text)).toThrow(expect.objectContaining({ code: 'BAD_PROFILE' }));
  });
});
