import { describe, expect, it } from 'vitest';
import { algorithmsBut, fitQuickly } from '../../reference/algorithms.ts';
import { noisyData } from '../../reference/load.ts';
import { type Matrix, matrixOf } from '../dataset/matrix.js';
import type { TrainingData } from '../dataset/training-data.js';
import type { LearningErrorCode } from '../errors.js';
import type { AlgorithmName } from '../model/fitted-model.js';
import { predictProbabilities } from '../model/predict.js';
import { createRandom } from '../random/random.js';

const NONE = Number.NaN;
const LARGEST = Math.fround(3.4028234663852886e38);
const SMALLEST = Math.fround(1.4e-45);

type Cells = readonly (readonly (number | null)[])[];

function dataOf(rows: Cells, labels: readonly number[], more: Partial<TrainingData> = {}): TrainingData {
  return { matrix: matrixOf(rows), labels: Int32Array.from(labels), classes: 2, ...more };
}

/** Rows as many as the labels, of which cell (row, column) is told. */
function tableOf(columns: number, labels: readonly number[], cell: (row: number, column: number) => number) {
  return dataOf(
    labels.map((_, row) => Array.from({ length: columns }, (_, column) => cell(row, column))),
    labels,
  );
}

const alternate = Array.from({ length: 24 }, (_, row) => row % 2);
const plain = noisyData({ rows: 24, columns: 3 });
const withWeights = (weightOf: (row: number) => number): TrainingData => ({
  ...plain,
  weights: Float64Array.from(plain.labels, (_, row) => weightOf(row)),
});
const hashed = (row: number, column: number) => createRandom(row, column).uniform();

/** Finite probabilities that sum to 1, one row after another. */
function expectProbabilities(found: Float32Array, classes: number) {
  for (let at = 0; at < found.length; at += classes) {
    const own = found.subarray(at, at + classes);
    for (const probability of own) expect(probability).toBeGreaterThanOrEqual(0);
    expect(Math.abs(own.reduce((sum, each) => sum + each, 0) - 1)).toBeLessThan(1e-5);
  }
}

/** Rows unlike any that was trained on. */
function strangeRows(columns: number): Matrix {
  const values = [NONE, LARGEST, -LARGEST, SMALLEST, -0, 1e6, 0.5];
  const rows = values.map((value) => new Array<number>(columns).fill(value));
  const mixed = Array.from({ length: columns }, (_, column) => values[column % values.length]!);
  return matrixOf([...rows, mixed]);
}

const learnable: Record<string, TrainingData> = {
  'two rows': dataOf([[0], [1]], [0, 1]),
  'two equal rows of different labels': dataOf(
    [
      [5, 1],
      [5, 1],
    ],
    [0, 1],
  ),
  'equal rows only, of both labels': tableOf(3, alternate, () => 2),
  'a constant column': tableOf(3, alternate, (row, column) => (column === 1 ? 4 : row % 5)),
  'a column without values': tableOf(3, alternate, (row, column) => (column === 1 ? NONE : row % 5)),
  'no value at all': tableOf(2, alternate, () => NONE),
  'one value in all': tableOf(2, alternate, (row, column) => (row + column === 0 ? 7 : NONE)),
  'rows without values': tableOf(2, alternate, (row, column) => (row % 3 === 0 ? NONE : row + column)),
  'no two values known of one row': tableOf(4, alternate, (row, column) => (row % 4 === column ? row : NONE)),
  'one column': tableOf(1, alternate, (row) => row % 7),
  'the largest and the smallest numbers': tableOf(
    4,
    alternate,
    (row, column) => [LARGEST, -LARGEST, SMALLEST, -0, 0, 1e38, -1e38][(row * 3 + column) % 7]!,
  ),
  'neighbouring 32-bit numbers': tableOf(2, alternate, (row) => 16_777_216 - (row % 3)),
  'one row of one class': dataOf(
    alternate.map((_, row) => [row, -row]),
    alternate.map((_, row) => (row === 9 ? 1 : 0)),
  ),
  'a class that has no rows': { ...plain, classes: 4 },
  'a class that weighs nothing': {
    ...withWeights((row) => (plain.labels[row] === 0 ? 0 : 1)),
    ...{
      labels: plain.labels.map((label, row) => (label === 1 && row % 2 === 0 ? 2 : label)),
      classes: 3,
    },
  },
  'weights of 0 but for a row of each class': withWeights((row) => (row < 2 ? 1 : 0)),
  'tiny weights': withWeights(() => 1e-9),
  'huge weights': withWeights((row) => (row % 2 === 0 ? 1e12 : 1)),
};

describe.each(algorithmsBut())('%s', (algorithm: AlgorithmName) => {
  it.each(Object.entries(learnable))('gives probabilities from %s', async (_, data) => {
    const model = await fitQuickly(data, algorithm);
    expectProbabilities(predictProbabilities(model, data.matrix), data.classes);
    expectProbabilities(predictProbabilities(model, strangeRows(data.matrix.columns)), data.classes);
  });

  it('tells nothing apart where there is nothing to learn from', async () => {
    const model = await fitQuickly(learnable['no value at all']!, algorithm);
    const found = predictProbabilities(model, strangeRows(2));
    for (let row = 1; row < found.length / 2; row++) expect(found[row * 2]).toBe(found[0]);
  });

  it('reads 10,000 columns', async () => {
    const data = tableOf(10_000, alternate, (row, column) =>
      column === 4321 ? row % 2 : (row * column) % 7,
    );
    const model = await fitQuickly(data, algorithm);
    expectProbabilities(predictProbabilities(model, data.matrix), 2);
  });
});

const wide = tableOf(2, alternate, hashed);
const infinite = {
  ...wide.matrix,
  values: wide.matrix.values.map((value, index) => (index === 5 ? Infinity : value)),
};
const refused: [string, LearningErrorCode, TrainingData][] = [
  ['one row', 'LEARN_ONE_CLASS', dataOf([[1, 2]], [0])],
  ['one class', 'LEARN_ONE_CLASS', { ...plain, labels: new Int32Array(24).fill(1) }],
  ['one class that weighs anything', 'LEARN_ONE_CLASS', withWeights((row) => plain.labels[row]!)],
  ['weights of 0', 'LEARN_WEIGHT_INVALID', withWeights(() => 0)],
  ['a negative weight', 'LEARN_WEIGHT_INVALID', withWeights((row) => row - 1)],
  ['a weight that is no number', 'LEARN_WEIGHT_INVALID', withWeights((row) => (row === 3 ? NONE : 1))],
  ['an infinite weight', 'LEARN_WEIGHT_INVALID', withWeights((row) => (row === 3 ? Infinity : 1))],
  ['infinity', 'LEARN_VALUE_INFINITE', { ...wide, matrix: infinite }],
  [
    'a label beyond the classes',
    'LEARN_LABEL_INVALID',
    { ...plain, labels: plain.labels.map((label) => label + 1) },
  ],
  ['a negative label', 'LEARN_LABEL_INVALID', { ...plain, labels: plain.labels.map((label) => label - 1) }],
  ['labels for fewer rows', 'LEARN_MATRIX_SHAPE', { ...plain, labels: plain.labels.slice(1) }],
  ['weights for fewer rows', 'LEARN_MATRIX_SHAPE', { ...plain, weights: new Float64Array(23).fill(1) }],
  ['values for fewer rows', 'LEARN_MATRIX_SHAPE', { ...plain, matrix: { ...plain.matrix, rows: 25 } }],
  ['no rows', 'LEARN_MATRIX_EMPTY', dataOf([], [])],
  ['no columns', 'LEARN_MATRIX_EMPTY', dataOf([[], []], [0, 1])],
];

describe.each(algorithmsBut())('%s', (algorithm) => {
  it.each(refused)('refuses %s with %s', async (_, code, data) => {
    await expect(fitQuickly(data, algorithm)).rejects.toMatchObject({ name: 'LearningError', code });
  });

  it('refuses to predict from other columns than it has learnt', async () => {
    const model = await fitQuickly(plain, algorithm);
    const predict = () => predictProbabilities(model, strangeRows(2));
    expect(predict).toThrow(expect.objectContaining({ code: 'LEARN_FEATURES_MISMATCH' }));
  });
});
