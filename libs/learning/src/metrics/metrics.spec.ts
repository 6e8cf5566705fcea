import { describe, expect, it } from 'vitest';
import { readReference } from '../../reference/load.ts';
import { classWeights } from '../weights/class-weights.js';
import { accuracy, binaryCounts, confusionMatrix, f1, precision, recall } from './confusion.js';
import { brierScore, logLoss } from './probability.js';
import { prAuc, rocAuc } from './ranking.js';

interface Reference {
  labels: number[];
  scores: number[];
  predicted: number[];
  precision: number;
  recall: number;
  f1: number;
  f1OfZero: number;
  accuracy: number;
  rocAuc: number;
  prAuc: number;
  logLoss: number;
  brier: number;
  threeLabels: number[];
  threePredicted: number[];
  threeConfusion: number[];
  balanced: number[];
}

const reference = readReference<Reference>('metrics.json');
const labels = Int32Array.from(reference.labels);
const predicted = Int32Array.from(reference.predicted);

describe('metrics against scikit-learn', () => {
  const counts = binaryCounts(labels, predicted, 1);
  it.each([
    ['precision', precision(counts), reference.precision],
    ['recall', recall(counts), reference.recall],
    ['F1', f1(counts), reference.f1],
    ['F1 of class 0', f1(binaryCounts(labels, predicted, 0)), reference.f1OfZero],
    ['accuracy', accuracy(labels, predicted), reference.accuracy],
    ['ROC-AUC with ties', rocAuc(labels, reference.scores, 1), reference.rocAuc],
    ['PR-AUC with ties', prAuc(labels, reference.scores, 1), reference.prAuc],
    ['log loss', logLoss(labels, reference.scores, 1), reference.logLoss],
    ['Brier score', brierScore(labels, reference.scores, 1), reference.brier],
  ])('%s', (_, found, expected) => expect(found).toBeCloseTo(expected, 12));

  it('confusion matrix of three classes', () => {
    const truth = Int32Array.from(reference.threeLabels);
    const said = Int32Array.from(reference.threePredicted);
    expect([...confusionMatrix(truth, said, 3)]).toEqual(reference.threeConfusion);
  });

  it('balanced class weights', () => {
    const truth = Int32Array.from(reference.threeLabels);
    const weights = classWeights(truth, new Float64Array(truth.length).fill(1), 3, 'balanced');
    for (const [index, weight] of weights.entries())
      expect(weight).toBeCloseTo(reference.balanced[index]!, 12);
  });
});

describe('metrics at the edges', () => {
  it('count nothing as 0', () => {
    const none = binaryCounts(Int32Array.of(0, 0), Int32Array.of(0, 0), 1);
    expect([precision(none), recall(none), f1(none)]).toEqual([0, 0, 0]);
  });

  it('stay finite where a certain prediction was wrong', () => {
    expect(logLoss(Int32Array.of(1, 0), [0, 1], 1)).toBeCloseTo(15.94, 2);
  });

  it('give half the area where every score is the same', () => {
    expect(rocAuc(Int32Array.of(0, 1, 1, 0), [0.5, 0.5, 0.5, 0.5], 1)).toBe(0.5);
    expect(rocAuc(Int32Array.of(1, 1), [0.1, 0.2], 1)).toBeNaN();
  });

  it('weigh a class without rows 0', () => {
    expect([...classWeights(Int32Array.of(0, 2), Float64Array.of(1, 3), 3, 'balanced')]).toEqual([
      2,
      0,
      2 / 3,
    ]);
  });
});
