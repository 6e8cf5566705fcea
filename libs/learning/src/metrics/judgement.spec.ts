import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReference } from '../../reference/load.ts';
import { createRandom } from '../random/random.js';
import { bootstrapFigures } from './bootstrap.js';
import { accuracy, binaryCounts, f1, precision, recall } from './confusion.js';
import { FIGURE_NAMES, type Predictions, RECALL_RATES } from './figures.js';
import { brierScore, logLoss } from './probability.js';
import { RankedPredictions } from './ranked-predictions.js';
import { prAuc, recallAtFalsePositiveRate, rocAuc } from './ranking.js';

const { recalls } = readReference<{
  recalls: { labels: number[]; scores: number[]; rates: number[]; recalls: number[] }[];
}>('judgement.json');

describe('recallAtFalsePositiveRate', () => {
  it.each(recalls)(
    "finds the best of scikit-learn's ROC steps (%#)",
    ({ labels, scores, rates, recalls }) => {
      const truth = Int32Array.from(labels);
      const found = rates.map((rate) => recallAtFalsePositiveRate(truth, scores, 1, rate));
      found.forEach((share, index) => {
        expect(share).toBeCloseTo(recalls[index]!, 12);
      });
    },
  );

  it('passes equal scores together: one tied negative too many loses the tie', () => {
    const labels = Int32Array.of(1, 1, 0, 0, 0, 0);
    expect(recallAtFalsePositiveRate(labels, [0.9, 0.5, 0.5, 0.5, 0.1, 0], 1, 0.25)).toBe(0.5);
    expect(recallAtFalsePositiveRate(labels, [0.9, 0.5, 0.5, 0.4, 0.1, 0], 1, 0.25)).toBe(1);
  });

  it('cannot be told of one class', () => {
    expect(recallAtFalsePositiveRate(Int32Array.of(1, 1), [0.1, 0.2], 1, 0.1)).toBeNaN();
    expect(recallAtFalsePositiveRate(Int32Array.of(0, 0), [0.1, 0.2], 1, 0.1)).toBeNaN();
  });
});

/** Few different scores, three classes. */
const rows = fc.array(
  fc.record({
    label: fc.nat(2),
    predicted: fc.nat(2),
    score: fc.integer({ min: 0, max: 8 }),
    probability: fc.integer({ min: 0, max: 10 }),
    count: fc.nat(3),
  }),
  { minLength: 1, maxLength: 40 },
);
type Row = typeof rows extends fc.Arbitrary<infer T> ? (T extends readonly (infer R)[] ? R : never) : never;

function predictionsOf(each: readonly Row[]): Predictions {
  return {
    labels: Int32Array.from(each, (row) => row.label),
    predicted: Int32Array.from(each, (row) => row.predicted),
    scores: each.map((row) => row.score / 8),
    probabilities: each.map((row) => row.probability / 10),
    positive: 1,
  };
}

function plainFigures({ labels, predicted, scores, probabilities, positive }: Predictions): number[] {
  const counts = binaryCounts(labels, predicted, positive);
  return [
    precision(counts),
    recall(counts),
    f1(counts),
    accuracy(labels, predicted),
    rocAuc(labels, scores, positive),
    prAuc(labels, scores, positive),
    ...RECALL_RATES.map((rate) => recallAtFalsePositiveRate(labels, scores, positive, rate)),
    logLoss(labels, probabilities, positive),
    brierScore(labels, probabilities, positive),
  ];
}

describe('RankedPredictions', () => {
  it('gives a resample the figures of its rows, each repeated as often as it counts', () => {
    fc.assert(
      fc.property(rows, (each) => {
        fc.pre(each.some((row) => row.count > 0));
        const predictions = predictionsOf(each);
        const order = Int32Array.from(each, (_, row) => row).sort((a, b) => each[b]!.score - each[a]!.score);
        const counts = Uint32Array.from(order, (row) => each[row]!.count);
        const found = new RankedPredictions(predictions).figures(
          counts,
          new Float64Array(FIGURE_NAMES.length),
        );
        const repeated = each.flatMap((row) => new Array<Row>(row.count).fill(row));
        plainFigures(predictionsOf(repeated)).forEach((expected, index) => {
          if (Number.isNaN(expected)) expect(found[index]).toBeNaN();
          else expect(found[index]).toBeCloseTo(expected, 9);
        });
      }),
    );
  });
});

describe('bootstrapFigures', () => {
  const random = createRandom(3);
  const labels = Int32Array.from({ length: 2000 }, () => random.below(2));
  const scores = Float64Array.from(labels, (label) => 0.35 * label + 0.65 * random.uniform());
  const predicted = Int32Array.from(scores, (score) => Number(score >= 0.5));
  const predictions = { labels, predicted, scores, probabilities: scores, positive: 1 };
  const ranked = new RankedPredictions(predictions);
  const estimates = bootstrapFigures(ranked, { seed: 1 });

  it("comes near the delta method's standard error of F1", () => {
    const counts = binaryCounts(labels, predicted, 1);
    const wrong = counts.falsePositives + counts.falseNegatives;
    const half = counts.truePositives + wrong / 2;
    // Gradient of F1 = TP / (TP + wrong/2) through the multinomial counts.
    const variance =
      counts.truePositives * ((1 - f1(counts)) / half) ** 2 + wrong * (f1(counts) / 2 / half) ** 2;
    const ratio = estimates.f1.standardError / Math.sqrt(variance);
    expect(ratio).toBeGreaterThan(0.9);
    expect(ratio).toBeLessThan(1.1);
  });

  it("comes near the binomial's standard error of accuracy and DeLong's of ROC-AUC", () => {
    const share = accuracy(labels, predicted);
    const binomial = Math.sqrt((share * (1 - share)) / labels.length);
    expect(estimates.accuracy.standardError / binomial).toBeCloseTo(1, 0);
    expect(Math.abs(estimates.accuracy.standardError / binomial - 1)).toBeLessThan(0.1);
    expect(Math.abs(estimates.rocAuc.standardError / deLong(labels, scores) - 1)).toBeLessThan(0.1);
  });

  it('has every figure inside its interval', () => {
    const plain = plainFigures(predictions);
    FIGURE_NAMES.forEach((name, index) => {
      expect(estimates[name].low).toBeLessThan(plain[index]!);
      expect(estimates[name].high).toBeGreaterThan(plain[index]!);
    });
  });

  it('repeats itself for a seed', () => {
    expect(bootstrapFigures(ranked, { seed: 1 })).toEqual(estimates);
    expect(bootstrapFigures(ranked, { seed: 2 })).not.toEqual(estimates);
  });

  it('leaves out samples that cannot tell a figure, and says so where none can', () => {
    const few = { labels: Int32Array.of(1, 0, 0), predicted: Int32Array.of(1, 0, 0), positive: 1 };
    const rare = new RankedPredictions({ ...few, scores: [0.9, 0.2, 0.1], probabilities: [0.9, 0.2, 0.1] });
    expect(bootstrapFigures(rare, { seed: 1 }).rocAuc).toEqual({ standardError: 0, low: 1, high: 1 });
    const one = new RankedPredictions({
      ...few,
      labels: Int32Array.of(0, 0, 0),
      scores: [1, 2, 3],
      probabilities: [0, 0, 0],
    });
    expect(bootstrapFigures(one, { seed: 1 }).rocAuc.low).toBeNaN();
    expect(bootstrapFigures(one, { seed: 1 }).logLoss.low).toBeCloseTo(0, 12);
  });
});

/** Standard error of the area under the ROC curve (DeLong, DeLong & Clarke-Pearson 1988), from the rows' placements. */
function deLong(labels: Int32Array, scores: Float64Array): number {
  const sides = [0, 1].map((side) => scores.filter((_, row) => labels[row] === side));
  const placements = (own: Float64Array, others: Float64Array) =>
    own.map((score) => others.reduce((sum, other) => sum + (other < score ? 1 : 0), 0) / others.length);
  const variance = (values: Float64Array) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  };
  const [negatives, positives] = sides as [Float64Array, Float64Array];
  return Math.sqrt(
    variance(placements(positives, negatives)) / positives.length +
      variance(placements(negatives, positives)) / negatives.length,
  );
}
