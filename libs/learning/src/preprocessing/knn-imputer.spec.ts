import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matrixFrom, readReference } from '../../reference/load.ts';
import { type KnnImputer, RowImputer } from './knn-imputer.js';
import { columnMeans } from './standard-scaler.js';

interface Case {
  name: string;
  columns: number;
  train: (number | null)[];
  rows: (number | null)[];
  imputed: number[];
}

function imputerOf(donors: Float32Array, columns: number, weights?: Float64Array): KnnImputer {
  const count = donors.length / columns;
  const own = weights ?? new Float64Array(count).fill(1);
  const rows = Int32Array.from({ length: count }, (_, row) => row);
  return { kind: 'knn', donors, weights: own, means: columnMeans({ values: donors, columns, rows }, own) };
}

function impute(imputer: KnnImputer, rows: Float32Array): Float32Array {
  const columns = imputer.means.length;
  const out = new Float32Array(rows.length);
  const rowImputer = new RowImputer(imputer);
  for (let start = 0; start < rows.length; start += columns) rowImputer.impute(rows, start, out, start);
  return out;
}

const { imputed: cases } = readReference<{ imputed: Case[] }>('neighbours.json');

describe("scikit-learn's KNNImputer", () => {
  it.each(cases)('gives the same for $name', ({ columns, train, rows, imputed }) => {
    const found = impute(
      imputerOf(matrixFrom(train, columns).values, columns),
      matrixFrom(rows, columns).values,
    );
    expect(found).toHaveLength(imputed.length);
    imputed.forEach((expected, index) => {
      expect(Math.abs(found[index]! - expected)).toBeLessThan(1e-6 * Math.max(1, Math.abs(expected)));
    });
  });
});

const COLUMNS = 4;
const value = fc.oneof(
  { arbitrary: fc.integer({ min: -4, max: 4 }), weight: 4 },
  { arbitrary: fc.constant(Number.NaN), weight: 1 },
);
const someRows = (minLength: number) =>
  fc.array(fc.array(value, { minLength: COLUMNS, maxLength: COLUMNS }), { minLength, maxLength: 14 });
const flat = (rows: readonly number[][]) => Float32Array.from(rows.flat());

/** The definition, written plainly: all donors sorted, copies as rows of their own. */
function byDefinition(donors: readonly number[][], row: readonly number[], column: number): number {
  const distanceTo = (donor: readonly number[]) => {
    const squares = row.map((own, index) => (own - donor[index]!) ** 2).filter((each) => !Number.isNaN(each));
    return (squares.reduce((sum, each) => sum + each, 0) * COLUMNS) / squares.length;
  };
  const nearest = donors
    .filter((donor) => !Number.isNaN(donor[column]))
    .map((donor) => ({ distance: distanceTo(donor), value: donor[column]! }))
    .filter(({ distance }) => !Number.isNaN(distance))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3);
  const present = donors.map((donor) => donor[column]!).filter((each) => !Number.isNaN(each));
  const taken = nearest.length > 0 ? nearest.map((each) => each.value) : present;
  return taken.length > 0 ? taken.reduce((sum, each) => sum + each, 0) / taken.length : 0;
}

describe('imputing by neighbours', () => {
  it('does what the definition says, ties to the earlier donor', () => {
    fc.assert(
      fc.property(someRows(1), someRows(1), (donors, rows) => {
        const found = impute(imputerOf(flat(donors), COLUMNS), flat(rows));
        rows.forEach((row, index) => {
          row.forEach((own, column) => {
            const expected = Number.isNaN(own) ? byDefinition(donors, row, column) : own;
            expect(found[index * COLUMNS + column]).toBeCloseTo(expected, 5);
          });
        });
      }),
    );
  });

  it('takes a donor of weight n for n donors', () => {
    const weighted = someRows(1).chain((donors) =>
      fc.tuple(
        fc.constant(donors),
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: donors.length, maxLength: donors.length }),
        someRows(1),
      ),
    );
    fc.assert(
      fc.property(weighted, ([donors, weights, rows]) => {
        const copies = donors.flatMap((donor, index) => new Array<number[]>(weights[index]!).fill(donor));
        const found = impute(imputerOf(flat(donors), COLUMNS, Float64Array.from(weights)), flat(rows));
        const expected = impute(imputerOf(flat(copies), COLUMNS), flat(rows));
        found.forEach((each, index) => {
          expect(each).toBeCloseTo(expected[index]!, 5);
        });
      }),
    );
  });

  it('counts donors of less than weight 1 until three are full', () => {
    const donors = Float32Array.of(0, 10, 1, 20, 2, 30, 3, 40, 4, 50, 5, 60, 6, 70, 7, 80);
    const halves = imputerOf(donors, 2, new Float64Array(8).fill(0.5));
    expect(impute(halves, Float32Array.of(-1, Number.NaN))[1]).toBeCloseTo(35, 5);
  });

  it('forgets the row before', () => {
    const imputer = imputerOf(Float32Array.of(0, 1, 5, 2, 9, 3, 20, 4), 2);
    const alone = impute(imputer, Float32Array.of(21, Number.NaN));
    const after = impute(imputer, Float32Array.of(Number.NaN, Number.NaN, 0, Number.NaN, 21, Number.NaN));
    expect(after.subarray(4)).toEqual(alone);
  });
});
