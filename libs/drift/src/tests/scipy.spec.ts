import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chiSquaredSurvival } from '../special/gamma.js';
import { exactSmirnovSurvival, kolmogorovSurvival } from '../special/kolmogorov.js';
import { benjaminiHochberg } from './benjamini-hochberg.js';
import { type ChiSquaredResult, chiSquaredContingency } from './chi-squared.js';
import { jensenShannonDistance, populationStabilityIndex } from './divergence.js';
import { kolmogorovSmirnov, type TestResult } from './kolmogorov-smirnov.js';

interface Reference {
  kolmogorovSmirnov: (TestResult & { first: number[]; second: number[]; method: 'exact' | 'asymptotic' })[];
  kolmogorov: { n: number; d: number; pValue: number }[];
  smirnov: { m: number; n: number; distance: number; pValue: number }[];
  chiSquared: (ChiSquaredResult & { table: number[][] })[];
  chiSquaredSurvival: { statistic: number; degreesOfFreedom: number; pValue: number }[];
  divergence: {
    reference: number[];
    current: number[];
    populationStabilityIndex: number;
    jensenShannon: number;
  }[];
  benjaminiHochberg: { pValues: number[]; adjusted: number[] }[];
}

const recorded = JSON.parse(
  readFileSync(new URL('../../reference/scipy.json', import.meta.url), 'utf8'),
) as Reference;

/** Relative difference, for figures that span many powers of ten. */
function expectNear(actual: number, expected: number, relative: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(relative * Math.max(Math.abs(expected), 1e-290));
}

/** What an asymptotic p-value may be off by: little where a decision can hang on it. */
function asymptotic(pValue: number): number {
  return pValue > 1e-6 ? 1e-3 : 0.05;
}

describe("SciPy's figures", () => {
  it.each(recorded.kolmogorovSmirnov)('ks_2samp, $method, p = $pValue', (each) => {
    const { statistic, pValue } = kolmogorovSmirnov(each.first, each.second, { method: each.method });
    expectNear(statistic, each.statistic, 1e-12);
    expectNear(pValue, each.pValue, each.method === 'exact' ? 1e-9 : asymptotic(each.pValue));
  });

  it.each(recorded.kolmogorov)('kstwo.sf($d, $n)', ({ n, d, pValue }) => {
    expectNear(kolmogorovSurvival(n, d), pValue, asymptotic(pValue));
  });

  it.each(recorded.smirnov)('exact, $m and $n: p = $pValue', ({ m, n, distance, pValue }) => {
    expectNear(exactSmirnovSurvival(m, n, distance), pValue, 1e-9);
  });

  it.each(recorded.chiSquared)('chi2_contingency($table)', ({ table, ...expected }) => {
    const result = chiSquaredContingency(table);
    expect(result.degreesOfFreedom).toBe(expected.degreesOfFreedom);
    expectNear(result.statistic, expected.statistic, 1e-11);
    expectNear(result.pValue, expected.pValue, 1e-8);
    expectNear(result.smallestExpected, expected.smallestExpected, 1e-12);
  });

  it.each(recorded.chiSquaredSurvival)('chi2.sf($statistic, $degreesOfFreedom)', (each) => {
    expectNear(chiSquaredSurvival(each.statistic, each.degreesOfFreedom), each.pValue, 1e-10);
  });

  it.each(recorded.divergence)('jensenshannon and the stability index of $reference', (each) => {
    expect(populationStabilityIndex(each.reference, each.current)).toBeCloseTo(
      each.populationStabilityIndex,
      12,
    );
    expect(jensenShannonDistance(each.reference, each.current)).toBeCloseTo(each.jensenShannon, 7);
  });

  it.each(recorded.benjaminiHochberg)('false_discovery_control($pValues)', ({ pValues, adjusted }) => {
    const actual = benjaminiHochberg(pValues);
    expect(actual).toHaveLength(adjusted.length);
    for (const [index, expected] of adjusted.entries()) expect(actual[index]).toBeCloseTo(expected, 12);
  });
});

describe('what a test cannot answer', () => {
  it('says so by code', () => {
    expect(() => kolmogorovSmirnov([], [1])).toThrow(expect.objectContaining({ code: 'EMPTY_SAMPLE' }));
    expect(() => chiSquaredContingency([[1, 2]])).toThrow(expect.objectContaining({ code: 'EMPTY_TABLE' }));
    expect(() =>
      chiSquaredContingency([
        [1, 0],
        [5, 0],
      ]),
    ).toThrow(expect.objectContaining({ code: 'EMPTY_TABLE' }));
    expect(() => populationStabilityIndex([1], [1, 2])).toThrow(
      expect.objectContaining({ code: 'UNEQUAL_BINS' }),
    );
    expect(() => jensenShannonDistance([0], [1])).toThrow(expect.objectContaining({ code: 'EMPTY_SAMPLE' }));
  });

  it('leaves out categories that neither sample has', () => {
    expect(
      chiSquaredContingency([
        [10, 0, 20],
        [30, 0, 40],
      ]),
    ).toEqual(
      chiSquaredContingency([
        [10, 20],
        [30, 40],
      ]),
    );
  });

  it('counts identical samples as certain', () => {
    expect(kolmogorovSmirnov([1, 2, 2], [1, 2, 2])).toEqual({ statistic: 0, pValue: 1 });
    expect(kolmogorovSmirnov([0, 0], [1, 1, 1], { method: 'exact' }).statistic).toBe(1);
  });
});
