import { describe, expect, it } from 'vitest';
import { type SimulatedRow, simulateStream } from '../testing/simulated-stream.js';
import { GroupedConfusion } from './grouped-confusion.js';
import { type ChallengerWindow, judgeChallenger } from './judge-challenger.js';

const BOUNDS = { maxErrorRate: 0.01, maxLoss: 0.02, maxFlaggedRatio: 2 };
const THRESHOLD = 0.4;
const SLICES = 10;

const grouped = (rows: readonly Pick<SimulatedRow, 'key' | 'probability'>[]) => {
  const confusion = new GroupedConfusion();
  for (const { key, probability } of rows) confusion.add(key, probability, probability >= THRESHOLD);
  return confusion;
};

const windowOf = (
  champion: readonly SimulatedRow[],
  challenger: readonly Pick<SimulatedRow, 'key' | 'probability'>[],
  errors = 0,
): ChallengerWindow => ({ errors, champion: grouped(champion), challenger: grouped(challenger) });

const stream = (seed: number, prevalence = 0.1) => ({ rows: 6_000, keys: 1_500, prevalence, seed });
const champion = simulateStream({ ...stream(5), separation: 3 });

/** Looks at every slice of a long canary, as the service does; the slice at which it was sent back, or null. */
function returnedAt(champions: readonly SimulatedRow[], challengers: readonly SimulatedRow[], slice: number) {
  for (let end = slice; end <= champions.length; end += slice) {
    const begin = Math.max(0, end - slice * SLICES);
    const seen = windowOf(champions.slice(begin, end), challengers.slice(begin, end));
    if (judgeChallenger(seen, BOUNDS).against !== undefined) return end / slice;
  }
  return null;
}

describe('judgeChallenger', () => {
  it('sends a sound challenger back in none of 80 canaries of fifty looks', () => {
    const returned = Array.from({ length: 80 }, (_, seed) => {
      const canary = {
        ...stream(seed, 0.02 + (seed % 5) / 20),
        rows: 10_000,
        separation: 2 + (seed % 3) / 2,
      };
      return returnedAt(simulateStream(canary), simulateStream({ ...canary, noise: 1 }), 200);
    });
    expect(returned.filter((each) => each !== null)).toEqual([]);
  });

  it('sends a worse one back, mostly within a window', () => {
    const returned = Array.from({ length: 20 }, (_, seed) => {
      const canary = { ...stream(seed), rows: 10_000 };
      const good = simulateStream({ ...canary, separation: 3.5 });
      return returnedAt(good, simulateStream({ ...canary, separation: 1.5, noise: 1 }), 500);
    });
    expect(returned).not.toContain(null);
    expect(returned.filter((slice) => (slice ?? 0) <= SLICES).length).toBeGreaterThanOrEqual(18);
  });

  it('names the estimate, with the figures', () => {
    const worse = simulateStream({ ...stream(5), separation: 2.2, noise: 1 });
    const { against, figures } = judgeChallenger(windowOf(champion, worse), BOUNDS);
    expect(against).toBe('estimate');
    expect(figures).toMatchObject({ rows: 6_000, errors: 0 });
    expect(figures.challengerF1).toBeLessThan((figures.championF1 ?? 0) - BOUNDS.maxLoss);
    expect(figures.f1Error).toBeGreaterThan(0);
  });

  it.each([
    ['nothing', 0.001],
    ['everything', 0.999],
  ])(
    'catches one that is sure of %s by its flagged share: its estimate is a fine one',
    (_what, probability) => {
      const constant = champion.map(({ key }) => ({ key, probability }));
      const { against, figures } = judgeChallenger(windowOf(champion, constant), {
        ...BOUNDS,
        maxLoss: 1,
      });
      expect(against).toBe('flagged-share');
      expect(figures.challengerFlaggedShare).toBe(probability > 0.5 ? 1 : 0);
    },
  );

  it('lets the flagged share move within the ratio', () => {
    const stricter = champion.map((row) => ({ ...row, probability: row.probability ** 1.15 }));
    expect(judgeChallenger(windowOf(champion, stricter), BOUNDS).against).toBeUndefined();
  });

  it('counts errors only beyond noise, and too few rows tell nothing else', () => {
    const few = champion.slice(0, 400);
    const nothing = few.map(({ key }) => ({ key, probability: 0 }));
    const against = (errors: number) =>
      judgeChallenger(windowOf(few, nothing.slice(errors), errors), BOUNDS).against;
    expect(against(0)).toBeUndefined();
    expect(against(8)).toBeUndefined();
    expect(against(40)).toBe('errors');
    expect(judgeChallenger(windowOf([], [], 4), BOUNDS).against).toBeUndefined();
    expect(judgeChallenger(windowOf([], [], 60), BOUNDS)).toMatchObject({
      against: 'errors',
      figures: { rows: 60, errors: 60, challengerF1: null, championFlaggedShare: null },
    });
  });

  it('takes disagreement over many keys: one key alone, however heavy, tells of no other', () => {
    for (let seed = 0; seed < 20; seed++) {
      const rows = simulateStream({ ...stream(seed), separation: 3 });
      const heavy = rows.map((row, index) => (index % 5 === 0 ? row : { ...row, key: 9, probability: 0.3 }));
      const flagged = heavy.map((row) => (row.key === 9 ? { ...row, probability: 0.45 } : row));
      expect(judgeChallenger(windowOf(heavy, flagged), BOUNDS).against).toBeUndefined();
    }
  });
});
