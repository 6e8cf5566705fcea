import type { TrainingData } from '../src/dataset/training-data.ts';
import { matrixFrom, readReference } from './load.ts';

interface DataChoice {
  readonly classes: number;
  readonly missing?: boolean;
  readonly weighted: boolean;
}

export interface HistogramCase extends DataChoice {
  readonly options: {
    readonly max_depth?: number;
    readonly max_leaf_nodes?: number;
    readonly l2_regularization?: number;
  };
  readonly balanced: boolean;
  readonly estimators: number;
  /** Of all classes but the first, a row after another. */
  readonly probabilities: number[];
}

export interface FriedmanCase {
  readonly options: {
    readonly n_estimators: number;
    readonly learning_rate: number;
    readonly max_leaf_nodes?: number;
  };
  /** Of class 1. */
  readonly probabilities: number[];
  readonly testLogLoss: number;
}

export interface AdaBoostCase extends DataChoice {
  readonly learningRate: number;
  readonly depth: number;
  readonly weights: number[];
  readonly errors: number[];
  readonly importance: number[];
  /** Probabilities of all classes but the first. */
  readonly stages: { readonly size: number; readonly probabilities: number[] }[];
}

interface Recorded {
  readonly train: number;
  readonly x: number[];
  readonly gaps: (number | null)[];
  readonly two: number[];
  readonly three: number[];
  readonly weights: number[];
  readonly histogram: HistogramCase[];
  readonly friedman: FriedmanCase[];
  readonly adaboost: AdaBoostCase[];
}

/** What `record_boosting.py` wrote. */
export const recorded = readReference<Recorded>('boosting.json');

const COLUMNS = 4;

/** The training rows of a case. */
export function recordedData({ classes, missing, weighted }: DataChoice): TrainingData {
  const { train, x, gaps, two, three, weights } = recorded;
  return {
    matrix: matrixFrom(missing ? gaps : x.slice(0, train * COLUMNS), COLUMNS),
    labels: Int32Array.from((classes === 2 ? two : three).slice(0, train)),
    classes,
    ...(weighted && { weights: Float64Array.from(weights) }),
  };
}

/** The rows that no case was trained on. */
export function recordedTestData(): TrainingData {
  const { train, x, two } = recorded;
  return {
    matrix: matrixFrom(x.slice(train * COLUMNS), COLUMNS),
    labels: Int32Array.from(two.slice(train)),
    classes: 2,
  };
}

/** The largest difference between probabilities and those recorded, which leave out the first class. */
export function largestDifference(
  probabilities: ArrayLike<number>,
  expected: number[],
  classes: number,
): number {
  let largest = 0;
  expected.forEach((value, index) => {
    const row = Math.floor(index / (classes - 1));
    const found = probabilities[row * classes + 1 + (index % (classes - 1))]!;
    largest = Math.max(largest, Math.abs(found - value));
  });
  return largest;
}
