import { Metrics } from '@weir/platform';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Challenger, ModelSlots, type ServedModel } from '../model-slot/index.js';
import { type ChallengeUnderTest, challengeOver, KeptReturns } from '../testing/challenge.js';
import type { Canary, CanaryRecord } from './canary.js';

const VARIABLES = { WEIR_CANARY_SHARE: '0.2', WEIR_CANARY_WINDOW_SECONDS: '10' };
const model = (version: number) => ({ name: 'url', version }) as ServedModel;
const challengerOf = (version: number, aliasRevision: number): Challenger => ({
  model: model(version),
  aliasRevision,
});

let metrics: Metrics;
let returns: KeptReturns;

beforeEach(() => {
  metrics = new Metrics();
  returns = new KeptReturns();
});

const replica = (of = metrics): ChallengeUnderTest => challengeOver(new ModelSlots(), of, VARIABLES, returns);

/** Records of many keys, of which the champion flags every fifth with some doubt. */
function records(count: number, challenger: (flagged: boolean) => number | undefined): CanaryRecord[] {
  return Array.from({ length: count }, (_, index) => {
    const keyHash = Math.imul(index, 0x9e3779b1) >>> 0;
    const flagged = index % 5 === 0;
    const theirs = challenger(flagged);
    return {
      keyHash,
      champion: { probability: flagged ? 0.9 : 0.02, flagged },
      challenger: theirs === undefined ? undefined : { probability: theirs, flagged: theirs >= 0.5 },
    };
  });
}

const sound = (flagged: boolean) => (flagged ? 0.91 : 0.02);
const unsure = (flagged: boolean) => (flagged ? 0.55 : 0.3);

/** Twenty batches, a second apart. */
function run(canary: Canary, challenger: Challenger, theirs: (flagged: boolean) => number) {
  for (let second = 0; second < 20; second++) {
    canary.observe(challenger, model(1), records(200, theirs), second * 1_000);
  }
}

/** Stored in the background: no batch waits for it. */
const stored = () => vi.waitFor(() => expect(returns.kept).toHaveLength(1));
const metric = async (name: string) => (await metrics.registry.getSingleMetric(name)?.get())?.values ?? [];

describe('Canary', () => {
  it('runs with a sound challenger, and estimates both', async () => {
    const { canary } = replica();
    const challenger = challengerOf(2, 1);
    expect(canary.shareOf(challenger)).toBe(0);
    await canary.review(challenger);
    run(canary, challenger, sound);
    expect(canary.shareOf(challenger)).toBe(0.2);
    const estimates = await metric('weir_canary_estimated_f1');
    expect(estimates.map(({ labels }) => labels.model)).toEqual(['champion', 'challenger']);
    // 2·0.2·0.9 / (0.2 + 0.2·0.9 + 0.8·0.02)
    expect(estimates[0]?.value).toBeCloseTo(0.36 / 0.396, 6);
    expect(await metric('weir_canary_share')).toMatchObject([{ value: 0.2 }]);
    expect(returns.kept).toEqual([]);
  });

  it('returns one whose estimate falls, tells every replica, and remembers it over a restart', async () => {
    const { canary } = replica();
    const challenger = challengerOf(2, 1);
    const other = replica(new Metrics()).canary;
    const elsewhere = challengerOf(2, 1);
    await Promise.all([canary.review(challenger), other.review(elsewhere)]);
    run(canary, challenger, unsure);
    expect(canary.shareOf(challenger)).toBe(0);
    await stored();
    expect(returns.kept).toMatchObject([
      {
        name: 'url',
        version: 2,
        aliasRevision: 1,
        championVersion: 1,
        reason: 'estimate',
        figures: { championF1: expect.closeTo(0.909, 3), errors: 0 },
      },
    ]);
    expect(await metric('weir_canary_returns_total')).toMatchObject([
      { labels: { name: 'url', reason: 'estimate' }, value: 1 },
    ]);
    expect(other.shareOf(elsewhere)).toBe(0.2);
    await other.review(elsewhere);
    expect(other.shareOf(elsewhere)).toBe(0);
    const restarted = replica(new Metrics()).canary;
    const after = challengerOf(2, 1);
    await restarted.review(after);
    expect(restarted.shareOf(after)).toBe(0);
  });

  it('begins anew where the alias was moved again, and with another version', async () => {
    const { canary } = replica();
    const challenger = challengerOf(2, 1);
    await canary.review(challenger);
    run(canary, challenger, unsure);
    for (const next of [challengerOf(2, 3), challengerOf(3, 2)]) {
      await canary.review(next);
      expect(canary.shareOf(next)).toBe(0.2);
    }
  });

  it('returns one that fails at once, before a slice is over', async () => {
    const { canary } = replica();
    const challenger = challengerOf(2, 1);
    await canary.review(challenger);
    canary.observe(
      challenger,
      model(1),
      records(30, () => undefined),
      0,
    );
    expect(canary.shareOf(challenger)).toBe(0);
    await stored();
    expect(returns.kept).toMatchObject([{ reason: 'errors', figures: { rows: 30, errors: 30 } }]);
  });

  it('returns one that flags far more than the champion, though it is sure of itself', async () => {
    const { canary } = replica();
    const challenger = challengerOf(2, 1);
    await canary.review(challenger);
    run(canary, challenger, () => 0.999);
    await stored();
    expect(returns.kept).toMatchObject([{ reason: 'flagged-share', figures: { challengerFlaggedShare: 1 } }]);
  });

  it('stands by a return that could not be stored, and stores it at the next review', async () => {
    const { canary } = replica();
    const challenger = challengerOf(2, 1);
    await canary.review(challenger);
    returns.isAway = true;
    run(canary, challenger, unsure);
    expect(canary.shareOf(challenger)).toBe(0);
    await expect(canary.review(challenger)).rejects.toThrow('taken away');
    returns.isAway = false;
    await canary.review(challenger);
    expect(returns.kept).toHaveLength(1);
  });

  it('forgets figures against a champion that was replaced', async () => {
    const { canary } = replica();
    const challenger = challengerOf(3, 1);
    await canary.review(challenger);
    canary.observe(
      challenger,
      model(1),
      records(5_000, () => 0.999),
      0,
    );
    for (let second = 5; second < 9; second++)
      canary.observe(challenger, model(2), records(500, sound), second * 1_000);
    expect(canary.shareOf(challenger)).toBe(0.2);
  });
});
