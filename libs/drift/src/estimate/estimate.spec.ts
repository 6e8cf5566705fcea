import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulateStream } from '../testing/simulated-stream.js';
import { expectedF1, expectedPerformance, flaggedShare, rowsOf } from './expected-confusion.js';
import { CONFUSION_GROUPS, GroupedConfusion } from './grouped-confusion.js';
import { lowerBound, pairedEstimate } from './paired-estimate.js';
import { wilsonLowerBound } from './wilson.js';

const THRESHOLD = 0.4;

interface Row {
  readonly key: number;
  readonly probability: number;
  readonly positive: boolean;
}

const grouped = (rows: readonly Row[]): GroupedConfusion => {
  const confusion = new GroupedConfusion();
  for (const { key, probability } of rows) confusion.add(key, probability, probability >= THRESHOLD);
  return confusion;
};

/** What the labels say, which the estimate never sees. */
function realised(rows: readonly Row[]) {
  const count = (flagged: boolean, positive: boolean) =>
    rows.filter((row) => row.probability >= THRESHOLD === flagged && row.positive === positive).length;
  return expectedPerformance({
    truePositives: count(true, true),
    falsePositives: count(true, false),
    falseNegatives: count(false, true),
    trueNegatives: count(false, false),
  });
}

describe('expectedPerformance', () => {
  it('is what the labels tell afterwards, where the probabilities are calibrated', () => {
    for (const separation of [1, 2, 3.5]) {
      const rows = simulateStream({ rows: 60_000, keys: 60_000, prevalence: 0.2, separation, seed: 7 });
      const estimated = expectedPerformance(grouped(rows).total());
      const known = realised(rows);
      for (const measure of ['accuracy', 'precision', 'recall', 'f1'] as const) {
        expect(Math.abs(estimated[measure] - known[measure])).toBeLessThan(0.015);
      }
    }
  });

  it('believes a model that is sure and wrong: it is worth what the calibration is', () => {
    const rows = simulateStream({ rows: 5_000, keys: 5_000, prevalence: 0.2, separation: 0, seed: 3 });
    const sure = rows.map((row, index) => ({ ...row, probability: index % 5 === 0 ? 0.999 : 0.001 }));
    expect(expectedPerformance(grouped(sure).total()).f1).toBeGreaterThan(0.99);
    expect(realised(sure).f1).toBeLessThan(0.3);
  });

  it('is NaN where there is nothing to divide by', () => {
    const nothing = expectedPerformance(new GroupedConfusion().total());
    expect(Object.values(nothing).every(Number.isNaN)).toBe(true);
  });
});

describe('GroupedConfusion', () => {
  const row = fc.record({ key: fc.nat(), probability: fc.double({ min: 0, max: 1, noNaN: true }) });
  const positive = (rows: readonly { key: number; probability: number }[]) =>
    grouped(rows.map((each) => ({ ...each, positive: true })));

  it('merged is as if all had been added to one', () => {
    fc.assert(
      fc.property(fc.array(row), fc.array(row), (left, right) => {
        const merged = positive(left);
        merged.merge(positive(right));
        const [a, b] = [merged.total(), positive([...left, ...right]).total()];
        expect(a.truePositives).toBeCloseTo(b.truePositives, 9);
        expect(a.falseNegatives).toBeCloseTo(b.falseNegatives, 9);
        expect(rowsOf(a)).toBeCloseTo(left.length + right.length, 9);
      }),
    );
  });

  it('keeps a key in one group, and knows the flagged share exactly', () => {
    const confusion = positive([
      { key: 5, probability: 0.9 },
      { key: 5 + CONFUSION_GROUPS, probability: 0.1 },
      { key: -1, probability: 0.2 },
    ]);
    expect(rowsOf(confusion.group(5))).toBe(2);
    expect(rowsOf(confusion.group(CONFUSION_GROUPS - 1))).toBe(1);
    expect(flaggedShare(confusion.total())).toBeCloseTo(1 / 3, 12);
  });
});

describe('pairedEstimate', () => {
  const difference = (seed: number) => {
    const stream = { rows: 2_000, keys: 300, prevalence: 0.2, seed };
    const first = simulateStream({ ...stream, separation: 2.5 });
    const second = simulateStream({ ...stream, separation: 2.5, noise: 1 });
    return pairedEstimate(grouped(first), grouped(second), (a, b) => expectedF1(a) - expectedF1(b));
  };

  it('states how far it may be off: two equal models lie within twice the error nineteen times in twenty', () => {
    const trials = Array.from({ length: 400 }, (_, seed) => difference(seed));
    const within = trials.filter((each) => each !== null && Math.abs(each.value) < 2 * each.standardError);
    expect(within.length / trials.length).toBeGreaterThan(0.92);
    expect(within.length / trials.length).toBeLessThan(0.985);
  });

  it('finds a worse model far beyond the error', () => {
    const stream = { rows: 5_000, keys: 800, prevalence: 0.2, seed: 1 };
    const found = pairedEstimate(
      grouped(simulateStream({ ...stream, separation: 3 })),
      grouped(simulateStream({ ...stream, separation: 1.5 })),
      (a, b) => expectedF1(a) - expectedF1(b),
    );
    expect(found?.value).toBeGreaterThan(0.1);
    expect((found?.value ?? 0) / (found?.standardError ?? 1)).toBeGreaterThan(6);
    expect(found?.groups).toBe(CONFUSION_GROUPS);
  });

  it('is the textbook’s standard error of a mean where each group is one row', () => {
    const confusion = new GroupedConfusion();
    const flags = Array.from({ length: CONFUSION_GROUPS }, (_, group) => group % 4 === 0);
    for (const [group, flagged] of flags.entries()) confusion.add(group, 0.5, flagged);
    const estimate = pairedEstimate(confusion, confusion, (a) => flaggedShare(a));
    const n = CONFUSION_GROUPS;
    expect(estimate?.value).toBeCloseTo(0.25, 12);
    expect(estimate?.standardError).toBeCloseTo(Math.sqrt((0.25 * 0.75) / (n - 1)), 12);
  });

  it('knows how little one group alone tells, and widens the bound by it', () => {
    const even = new GroupedConfusion();
    const uneven = new GroupedConfusion();
    for (let group = 0; group < CONFUSION_GROUPS; group++) {
      for (let row = 0; row < 100; row++) {
        even.add(group, 0.5, (row + group) % 10 === 0 || (group % 2 === 0 && row < 5));
        uneven.add(group, 0.5, group === 7);
      }
    }
    const [several, single] = [even, uneven].map((each) =>
      pairedEstimate(each, each, (a) => flaggedShare(a)),
    );
    expect(several?.degreesOfFreedom).toBeGreaterThan(50);
    expect(single?.degreesOfFreedom).toBeLessThan(4);
    // The t quantile of the same tail as four standard errors, at 10 degrees of freedom: 6.41.
    const estimate = { value: 0, standardError: 1, groups: 64, degreesOfFreedom: 10 };
    expect(lowerBound(estimate, 4)).toBeCloseTo(-6.34, 1);
  });

  it('is null where the figure is not defined, or all rows are of one group', () => {
    const empty = new GroupedConfusion();
    expect(pairedEstimate(empty, empty, (a) => expectedF1(a))).toBeNull();
    const one = grouped([{ key: 1, probability: 0.9, positive: true }]);
    expect(pairedEstimate(one, one, (a) => expectedF1(a))).toBeNull();
  });
});

describe('wilsonLowerBound', () => {
  it.each([
    // Newcombe 1998, table I: 81 of 263, 15 of 148, 1 of 29.
    [81, 263, 0.2553],
    [15, 148, 0.0624],
    [1, 29, 0.0061],
  ])('of %d in %d at 95 %% is the literature’s', (successes, trials, expected) => {
    expect(wilsonLowerBound(successes, trials, 1.959964)).toBeCloseTo(expected, 4);
  });

  it('is 0 where nothing was seen', () => {
    expect(wilsonLowerBound(0, 0, 2)).toBe(0);
    expect(wilsonLowerBound(0, 50, 2)).toBe(0);
  });
});

describe('the simulation', () => {
  it('is calibrated: of the rows at a probability, that share is positive', () => {
    const stream = { rows: 100_000, keys: 100_000, prevalence: 0.3, separation: 2, seed: 11 };
    const rows = simulateStream(stream);
    for (const low of [0.1, 0.3, 0.5, 0.7, 0.9]) {
      const near = rows.filter(({ probability }) => probability >= low && probability < low + 0.05);
      const share = near.filter(({ positive }) => positive).length / near.length;
      expect(Math.abs(share - low - 0.025)).toBeLessThan(0.03);
    }
  });
});
