import { describe, expect, it } from 'vitest';
import type { ColumnProfile } from '../profile/column-profile.js';
import { ColumnProfiler } from '../profile/column-profiler.js';
import { seededRandom } from '../random/random.js';
import { compareProfiles } from './compare-profiles.js';

type Cell = number | string | null;

function profileOf(column: string, kind: 'number' | 'text', values: readonly Cell[]): ColumnProfile {
  const profiler = new ColumnProfiler(column, kind, { sampleSize: 2000 });
  for (const value of values) profiler.add(value);
  return profiler.profile();
}

/** Ten columns of the kinds data sets have: ternary, skewed, normal, text of few and of many values, some missing. */
function population(rows: number, random: () => number, shift = 0): ColumnProfile[] {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const columns: [string, 'number' | 'text', () => Cell][] = [
    ['ternary', 'number', () => (random() < 0.3 + shift ? -1 : random() < 0.5 ? 0 : 1)],
    ['rare', 'number', () => (random() < 0.001 + shift ? 1 : 0)],
    ['normal', 'number', () => normal() + 5 * shift],
    ['skewed', 'number', () => Math.exp(normal() + 5 * shift)],
    ['count', 'number', () => Math.floor(-10 * Math.log(1 - random()) * (1 + 5 * shift))],
    ['missing', 'number', () => (random() < 0.05 + shift ? null : normal())],
    ['category', 'text', () => 'abcdefgh'[Math.floor(8 * random() ** (1 + 5 * shift))] as string],
    ['text', 'text', () => `${random()}`.padEnd(20 + Math.floor(random() * 40 * (1 + 5 * shift)), 'x')],
  ];
  return columns.map(([column, kind, draw]) => profileOf(column, kind, Array.from({ length: rows }, draw)));
}

describe('compareProfiles', () => {
  it('stays quiet on two samples of one population, over many seeds and sizes', () => {
    for (let seed = 0; seed < 40; seed++) {
      const random = seededRandom(seed);
      const rows = [50, 300, 2000, 4000][seed % 4] as number;
      const { drifted } = compareProfiles(population(rows, random), population(rows * 2, random));
      expect(drifted, `seed ${seed}`).toEqual([]);
    }
  });

  it('finds every column that moved', () => {
    for (let seed = 0; seed < 5; seed++) {
      const random = seededRandom(seed);
      const report = compareProfiles(population(3000, random), population(3000, random, 0.2));
      expect(report.drifted).toEqual(report.columns.map(({ column }) => column));
    }
  });

  it('gives uniform p-values where nothing moved', () => {
    let below = 0;
    for (let seed = 0; seed < 300; seed++) {
      const random = seededRandom(1000 + seed);
      const draw = () => Array.from({ length: 200 }, () => random());
      const [column] = compareProfiles(
        [profileOf('x', 'number', draw())],
        [profileOf('x', 'number', draw())],
      ).columns;
      if ((column?.pValue ?? 0) < 0.1) below++;
    }
    expect(below).toBeGreaterThan(12);
    expect(below).toBeLessThan(50);
  });

  it('does not call a significant but small difference drift', () => {
    const before = profileOf(
      'x',
      'number',
      Array.from({ length: 100_000 }, (_, index) => (index % 100 < 50 ? 1 : 0)),
    );
    const after = profileOf(
      'x',
      'number',
      Array.from({ length: 100_000 }, (_, index) => (index % 100 < 52 ? 1 : 0)),
    );
    const [column] = compareProfiles([before], [after]).columns;
    expect(column).toMatchObject({ test: 'chi-squared', drifted: false, severity: 'none' });
    expect(column?.adjustedPValue).toBeLessThan(1e-10);
    expect(compareProfiles([before], [after], { effect: 0 }).drifted).toEqual(['x']);
  });

  it('grades drift by its size', () => {
    const share = (ones: number) =>
      profileOf(
        'x',
        'number',
        Array.from({ length: 1000 }, (_, at) => (at < ones ? 1 : 0)),
      );
    const severity = (ones: number) => compareProfiles([share(500)], [share(ones)]).columns[0]?.severity;
    expect([severity(510), severity(680), severity(900)]).toEqual(['none', 'moderate', 'severe']);
  });

  it('finds that a constant is none any more, on either side of it', () => {
    const random = seededRandom(3);
    const constant = profileOf('x', 'number', new Array<number>(2_000).fill(5));
    for (const sign of [-1, 1]) {
      const moved = Array.from({ length: 2_000 }, () => 5 + (random() < 0.3 ? sign * random() : 0));
      expect(compareProfiles([constant], [profileOf('x', 'number', moved)]).columns[0]).toMatchObject({
        test: 'kolmogorov-smirnov',
        drifted: true,
      });
    }
  });

  it('names columns that came, went or changed their kind', () => {
    const report = compareProfiles(
      [profileOf('a', 'number', [1]), profileOf('b', 'number', [1]), profileOf('c', 'number', [1])],
      [profileOf('c', 'text', ['1']), profileOf('d', 'text', ['x']), profileOf('a', 'number', [1])],
    );
    expect(report).toMatchObject({ added: ['d'], removed: ['b'], changedKind: ['c'], drifted: ['c'] });
    expect(report.columns.map(({ column }) => column)).toEqual(['a']);
  });

  it('has nothing to test in an empty or constant column', () => {
    const constant = profileOf('x', 'number', [1, 1, 1]);
    expect(compareProfiles([constant], [constant]).columns[0]).toMatchObject({ pValue: 1, drifted: false });
    expect(compareProfiles([constant], [profileOf('x', 'number', [])]).columns[0]).toMatchObject({
      test: 'none',
    });
  });

  it('finds a column that went missing altogether', () => {
    const values = Array.from({ length: 500 }, (_, index) => index);
    const gone = values.map(() => null);
    const report = compareProfiles([profileOf('x', 'number', values)], [profileOf('x', 'number', gone)]);
    expect(report.columns[0]).toMatchObject({ drifted: true, severity: 'severe' });
  });
});
