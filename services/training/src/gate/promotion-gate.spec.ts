import type { ModelVersion } from '@weir/platform';
import { exampleVersion } from '@weir/platform/testing';
import { describe, expect, it } from 'vitest';
import { decidePromotion } from './promotion-gate.js';

type Figures = Record<string, number>;
const version = (number: number, metrics: Figures): ModelVersion => ({
  ...exampleVersion('uci-30', `run-${number}`, { metrics }),
  version: number,
});
const figures = (f1: number, error = 0, rocAuc = 0.9): Figures => ({
  'distinct.f1': f1,
  'distinct.f1StandardError': error,
  'distinct.rocAuc': rocAuc,
});

describe('decidePromotion', () => {
  it.each([
    ['a first version that ranks better than a coin', figures(0.6, 0.1, 0.501), null, true, /^first version/],
    ['a first version no better than a coin', figures(0.6, 0.1, 0.5), null, false, /no better than a coin/],
    [
      'a first version without a ranking figure',
      { 'distinct.f1': 0.9 },
      null,
      false,
      /no better than a coin/,
    ],
    ['a version without the figure', { 'stratified.f1': 0.99 }, null, false, /^no figure distinct.f1/],
    ['a version without the figure, before a champion', {}, figures(0.1), false, /^no figure/],
    ['a champion without the figure', figures(0.6), { f1: 0.99 }, true, /champion has no such figure/],
    ['better beyond noise', figures(0.95, 0.003), figures(0.94, 0.004), true, /^better: .*noise 0.0050/],
    ['better by exactly the noise', figures(0.5), figures(0.5), false, /^not better beyond noise/],
    ['better within noise', figures(0.944, 0.003), figures(0.94, 0.004), false, /^not better beyond noise/],
    ['worse', figures(0.9, 0), figures(0.94, 0), false, /^not better/],
    ['better, errors unknown', { 'distinct.f1': 0.95 }, { 'distinct.f1': 0.94 }, true, /^better/],
    ['not a number', figures(Number.NaN), figures(0.5), false, /^not better/],
    ['a first version that is not a number', figures(Number.NaN, 0, Number.NaN), null, false, /coin/],
  ])('%s', (_case, candidate, champion, promote, reason) => {
    const decision = decidePromotion(version(2, candidate), champion === null ? null : version(1, champion));
    expect(decision.promote).toBe(promote);
    expect(decision.reason).toMatch(reason);
  });

  it('names the champion it compared with', () => {
    expect(decidePromotion(version(9, figures(0.9)), version(7, figures(0.8))).reason).toContain(
      "version 7's 0.8000",
    );
  });
});
