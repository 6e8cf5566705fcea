import { describe, expect, it } from 'vitest';
import { collapseDuplicates } from './collapse-duplicates.js';
import { distinctRows } from './distinct-rows.js';
import { assertMatrix, matrixOf, selectRows, withColumns } from './matrix.js';
import { assertTrainingData, type TrainingData } from './training-data.js';

const NaN_ = Number.NaN;
const matrix = matrixOf([
  [1, 2],
  [1, null],
  [1, 2],
  [-0, 3],
  [1, null],
  [0, 3],
]);
const data = (overrides: Partial<TrainingData> = {}): TrainingData => ({
  matrix,
  labels: Int32Array.of(0, 1, 0, 1, 0, 1),
  classes: 2,
  ...overrides,
});

describe('distinctRows', () => {
  it('numbers rows by first appearance; missing equals missing and -0 equals 0', () => {
    const { ids, count, first } = distinctRows(matrix);
    expect([...ids]).toEqual([0, 1, 0, 2, 1, 2]);
    expect(count).toBe(3);
    expect([...first]).toEqual([0, 1, 3]);
  });

  it('tells apart rows that hash alike', () => {
    const rows = Array.from({ length: 5000 }, (_, index) => [index % 71, Math.floor(index / 71)]);
    expect(distinctRows(matrixOf(rows)).count).toBe(5000);
  });
});

describe('collapseDuplicates', () => {
  it('adds the weights of rows with equal features and label', () => {
    const collapsed = collapseDuplicates(data({ weights: Float64Array.of(1, 2, 3, 4, 5, 6) }));
    expect([...collapsed.collapsedOf]).toEqual([0, 1, 0, 2, 3, 2]);
    expect([...collapsed.data.weights]).toEqual([4, 2, 10, 5]);
    expect([...collapsed.data.labels]).toEqual([0, 1, 1, 0]);
    expect([...collapsed.data.matrix.values]).toEqual([1, 2, 1, NaN_, -0, 3, 1, NaN_]);
  });
});

describe('matrices', () => {
  it('selects rows in the order asked for', () => {
    expect([...selectRows(matrix, Int32Array.of(3, 0)).values]).toEqual([-0, 3, 1, 2]);
  });

  it('puts further columns behind a row, in memory that threads share', () => {
    const { rows, columns, values } = withColumns(matrixOf([[1], [2]]), Float32Array.of(3, 4, 5, NaN_));
    expect([rows, columns, ...values]).toEqual([2, 3, 1, 3, 4, 2, 5, NaN_]);
    expect(values.buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  it.each([
    ['LEARN_MATRIX_EMPTY', { rows: 0, columns: 2, values: new Float32Array(0) }],
    ['LEARN_MATRIX_EMPTY', { rows: 2, columns: 0, values: new Float32Array(0) }],
    ['LEARN_MATRIX_SHAPE', { rows: 2, columns: 2, values: new Float32Array(3) }],
    ['LEARN_VALUE_INFINITE', { rows: 1, columns: 2, values: Float32Array.of(1, Number.NEGATIVE_INFINITY) }],
  ])('refuses with %s', (code, wrong) => {
    expect(() => assertMatrix(wrong)).toThrow(expect.objectContaining({ code }));
  });

  it('names the place of an infinite value', () => {
    const wrong = { rows: 2, columns: 2, values: Float32Array.of(1, 2, 3, Number.POSITIVE_INFINITY) };
    expect(() => assertMatrix(wrong)).toThrow('row 1, column 1');
  });

  it('refuses ragged rows', () => {
    expect(() => matrixOf([[1, 2], [1]])).toThrow(expect.objectContaining({ code: 'LEARN_MATRIX_SHAPE' }));
  });
});

describe('assertTrainingData', () => {
  it('accepts missing values', () => expect(() => assertTrainingData(data())).not.toThrow());

  it.each([
    ['LEARN_MATRIX_SHAPE', { labels: Int32Array.of(0, 1) }],
    ['LEARN_MATRIX_SHAPE', { weights: Float64Array.of(1) }],
    ['LEARN_MATRIX_SHAPE', { groups: Int32Array.of(1) }],
    ['LEARN_LABEL_INVALID', { labels: Int32Array.of(0, 1, 2, 0, 1, 0) }],
    ['LEARN_LABEL_INVALID', { labels: Int32Array.of(0, 1, -1, 0, 1, 0) }],
    ['LEARN_LABEL_INVALID', { classes: 1, labels: new Int32Array(6) }],
    ['LEARN_WEIGHT_INVALID', { weights: Float64Array.of(1, 1, 1, 1, 1, -1) }],
    ['LEARN_WEIGHT_INVALID', { weights: Float64Array.of(1, 1, 1, 1, 1, Number.NaN) }],
    ['LEARN_WEIGHT_INVALID', { weights: new Float64Array(6).fill(1e308) }],
    ['LEARN_WEIGHT_INVALID', { weights: new Float64Array(6) }],
    ['LEARN_ONE_CLASS', { labels: new Int32Array(6) }],
    ['LEARN_ONE_CLASS', { weights: Float64Array.of(1, 0, 1, 0, 1, 0) }],
  ])('refuses with %s: %j', (code, overrides) => {
    expect(() => assertTrainingData(data(overrides))).toThrow(expect.objectContaining({ code }));
  });
});
