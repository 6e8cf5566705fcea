import { encodeRows } from '@weir/contracts';
import { isWeirError } from '@weir/platform';
import { describe, expect, it } from 'vitest';
import { readJsonRows, readPredictionTable, readRowsMessage } from './prediction-table.js';

const FEATURES = ['a', 'b', 'c'];

function refusalOf(body: unknown): { code: string; message: string; paths: string[] } {
  try {
    readPredictionTable(body, FEATURES);
  } catch (error) {
    if (!isWeirError(error)) throw error;
    const errors = error.context.errors as { path: string }[];
    return { code: error.code, message: error.message, paths: errors.map(({ path }) => path) };
  }
  throw new Error('accepted');
}

describe('readPredictionTable', () => {
  it('finds the features in any order', () => {
    const rows = [
      [1, null, 3],
      [-1, 0.5, 0],
    ];
    expect(readPredictionTable({ columns: ['c', 'a', 'b'], rows }, FEATURES)).toEqual({
      rows,
      places: [1, 2, 0],
    });
  });

  it.each([
    [undefined],
    [[]],
    ['text'],
    [{ columns: FEATURES }],
    [{ columns: 'a,b,c', rows: [] }],
    [{ columns: FEATURES, rows: {} }],
  ])('refuses the body %j', (body) => {
    expect(refusalOf(body).code).toBe('WEIR_REQUEST_INVALID');
  });

  it('names missing, unknown and doubled columns', () => {
    expect(refusalOf({ columns: ['a', 'b', 'b', 'C', 7], rows: [] })).toMatchObject({
      code: 'WEIR_DATA_COLUMNS',
      message: expect.stringContaining('c is missing; b is doubled; C is unknown; 7 is unknown'),
    });
  });

  it.each([
    [[['1', 2, 3]], 'row 1, column a: must be a number or null', 'rows.0.0'],
    [
      [
        [1, 2, 3],
        [1, 2],
      ],
      'row 2 must be an array of 3 values',
      'rows.1',
    ],
    [[[1, 2, 3], null], 'row 2 must be an array of 3 values', 'rows.1'],
    [[[1, 1e300, 3]], 'row 1, column b: must be a number or null', 'rows.0.1'],
    [[[1, 2, true]], 'row 1, column c: must be a number or null', 'rows.0.2'],
  ])('refuses the rows %j', (rows, message, path) => {
    expect(refusalOf({ columns: FEATURES, rows })).toEqual({
      code: 'WEIR_DATA_VALUE',
      message,
      paths: [path],
    });
  });

  it('names a few of many bad rows', () => {
    const rows = Array.from({ length: 1_000 }, () => ['x', 2, 3]);
    expect(refusalOf({ columns: FEATURES, rows }).paths).toHaveLength(20);
  });
});

describe('rows as the model reads them', () => {
  const columns = ['c', 'a', 'b'];
  const expected = { rows: 2, values: Float32Array.of(Number.NaN, 3, 1, 5, 6, 4) };

  it('stand in its own order, from JSON and from a message', () => {
    const rows = [
      [1, null, 3],
      [4, 5, 6],
    ];
    expect(readJsonRows({ columns, rows }, FEATURES)).toEqual(expected);
    const values = Float32Array.of(1, Number.NaN, 3, 4, 5, 6);
    expect(readRowsMessage(encodeRows({ columns, rows: 2, values }), FEATURES)).toEqual(expected);
  });

  it('are refused where a message is none, or has other columns', () => {
    const code = (body: Uint8Array) => {
      try {
        return readRowsMessage(body, FEATURES);
      } catch (error) {
        return isWeirError(error) ? error.code : error;
      }
    };
    expect(code(Uint8Array.of(1, 2))).toBe('WEIR_REQUEST_INVALID');
    expect(code(encodeRows({ columns: ['a'], rows: 1, values: Float32Array.of(1) }))).toBe(
      'WEIR_DATA_COLUMNS',
    );
  });
});
