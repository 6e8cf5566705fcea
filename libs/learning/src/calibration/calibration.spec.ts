import { describe, expect, it } from 'vitest';
import { readReference } from '../../reference/load.ts';
import { createRandom } from '../random/random.js';
import { calibrated } from './calibration.js';
import { fitPlatt } from './platt.js';
import { chooseThresholds, thresholdAt } from './thresholds.js';

const reference = readReference<{ labels: number[]; scores: number[]; slope: number; intercept: number }>(
  'platt.json',
);

describe('fitPlatt', () => {
  it("finds scikit-learn's slope and intercept", () => {
    const found = fitPlatt(Int32Array.from(reference.labels), reference.scores, 1, 'probability');
    expect(found.slope).toBeCloseTo(reference.slope, 3);
    expect(found.intercept).toBeCloseTo(reference.intercept, 3);
  });

  it('undoes the exaggeration of a known distortion', () => {
    const random = createRandom(1);
    const truth = Float64Array.from({ length: 20_000 }, () => random.uniform());
    const labels = Int32Array.from(truth, (probability) => (random.uniform() < probability ? 1 : 0));
    const overconfident = truth.map((p) => p ** 2 / (p ** 2 + (1 - p) ** 2));
    const calibration = fitPlatt(labels, overconfident, 1, 'log-odds');
    expect(calibration.slope).toBeCloseTo(0.5, 1);
    expect(calibrated(calibration, 0.9)).toBeCloseTo(0.75, 1);
  });

  it('stays finite where the scores separate the classes, and at 0 and 1', () => {
    const calibration = fitPlatt(Int32Array.of(0, 0, 1, 1), [0, 0, 1, 1], 1, 'log-odds');
    for (const probability of [0, 0.5, 1])
      expect(Number.isFinite(calibrated(calibration, probability))).toBe(true);
    expect(calibrated(calibration, 1)).toBeGreaterThan(calibrated(calibration, 0));
  });

  it('refuses one class', () => {
    expect(() => fitPlatt(Int32Array.of(1, 1), [0.1, 0.2], 1, 'probability')).toThrow(
      expect.objectContaining({ code: 'LEARN_ONE_CLASS' }),
    );
  });
});

describe('thresholds', () => {
  const labels = Int32Array.from({ length: 200 }, (_, row) => (row < 100 ? 0 : 1));
  // Harmless rows at 0.00 … 0.99, phishing rows at 0.50 … 1.00.
  const scores = Float32Array.from({ length: 200 }, (_, row) =>
    row < 100 ? row / 100 : 0.5 + (row - 100) / 198,
  );

  it('keeps the stated false positive rate and no more', () => {
    const { malicious, suspicious } = chooseThresholds(labels, scores, 1);
    const passing = (threshold: number) =>
      scores.filter((score, row) => labels[row] === 0 && score >= threshold).length;
    expect(passing(malicious)).toBeLessThanOrEqual(1);
    expect(passing(suspicious)).toBe(5);
    expect(malicious).toBeGreaterThan(suspicious);
    expect(scores).toContain(malicious);
  });

  it('lets nothing pass where the top score is shared by too many harmless rows', () => {
    const threshold = thresholdAt(labels, new Float32Array(200).fill(1), 1, 0.01);
    expect(threshold).toBeGreaterThan(1);
    expect(Number.isFinite(threshold)).toBe(true);
  });

  it('calls suspicious what is likely phishing where a coarse model keeps neither rate', () => {
    // One leaf says 0.9 of nine in ten phishing rows and of one in ten harmless ones.
    const coarse = Float32Array.from({ length: 200 }, (_, row) =>
      (row < 100 ? row % 10 === 0 : row % 10 !== 0) ? 0.9 : 0.1,
    );
    const { malicious, suspicious } = chooseThresholds(labels, coarse, 1);
    expect(malicious).toBeGreaterThan(1);
    expect(suspicious).toBe(0.5);
  });

  it('lets all pass at a rate of 1', () => expect(thresholdAt(labels, scores, 1, 1)).toBe(0));

  it.each([
    { malicious: 0.05, suspicious: 0.01 },
    { malicious: -0.1, suspicious: 0.01 },
    { malicious: 0.1, suspicious: Number.NaN },
  ])('refuses rates %j', (rates) => {
    expect(() => chooseThresholds(labels, scores, 1, rates)).toThrow(
      expect.objectContaining({ code: 'LEARN_PARAMETER_INVALID' }),
    );
  });
});
