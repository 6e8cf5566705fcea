import { describe, expect, it } from 'vitest';
import { readReference } from '../../reference/load.ts';
import { finish } from '../inspection/steps.js';
import { createRandom } from '../random/random.js';
import { fitTermModel, termFitSteps } from './fit-term-model.js';
import { termDesign } from './term-design.js';
import type { TermRows } from './term-rows.js';

interface Reference {
  blockSize: number;
  ids: number[];
  offsets: number[];
  labels: number[];
  weights: number[];
  cases: { cost: number; weighted: boolean; coefficients: number[]; intercept: number }[];
}

const reference = readReference<Reference>('terms.json');
const terms: TermRows = {
  hashing: 'test',
  blocks: ['host_terms', 'path_terms'],
  blockSize: reference.blockSize,
  offsets: Uint32Array.from(reference.offsets),
  ids: Uint32Array.from(reference.ids),
};
const labels = Int32Array.from(reference.labels);
const weights = Float64Array.from(reference.weights);
/** As near to the optimum as single precision comes. */
const tight = { seed: 1, tolerance: 1e-5 };

function largestOf(values: ArrayLike<number>): number {
  return Math.max(...Array.from(values, Math.abs));
}

/** Rows of ids, one block of `size`. */
function rowsOf(rows: readonly (readonly number[])[], size = 8): TermRows {
  const offsets = [0];
  for (const row of rows) offsets.push(offsets.at(-1)! + row.length);
  return {
    hashing: 'test',
    blocks: ['terms'],
    blockSize: size,
    offsets: Uint32Array.from(offsets),
    ids: Uint32Array.from(rows.flat()),
  };
}

describe.each(reference.cases)('against scikit-learn: C $cost, weighted $weighted', (each) => {
  const options = { ...tight, cost: each.cost, ...(each.weighted && { weights }) };

  it('finds its coefficients and its intercept', () => {
    const fit = finish(termFitSteps(termDesign(terms), labels, options));
    const scale = largestOf(each.coefficients);
    const errors = each.coefficients.map((coefficient, id) => (fit.weights[id]! - coefficient) / scale);
    expect(largestOf(errors)).toBeLessThan(2e-5);
    expect(fit.intercept).toBeCloseTo(each.intercept, 4);
  });

  it('is within half a step of them in bytes', () => {
    const model = fitTermModel(terms, labels, options);
    each.coefficients.forEach((coefficient, id) => {
      const step = model.scales[Math.floor(id / terms.blockSize)]!;
      expect(Math.abs(model.weights[id]! * step - coefficient)).toBeLessThanOrEqual(step / 2 + 1e-4);
    });
    const first = model.weights.subarray(0, terms.blockSize);
    expect(largestOf(first)).toBe(127);
  });
});

describe('fitTermModel', () => {
  it('takes a weight for so many copies of the row, and 0 for none', () => {
    const copies = [...labels.keys()].flatMap((row) => Array<number>(weights[row]!).fill(row));
    const ids = (row: number) => reference.ids.slice(reference.offsets[row], reference.offsets[row + 1]);
    const repeated = { ...terms, ...pick(rowsOf(copies.map(ids), 64)) };
    const weighted = finish(termFitSteps(termDesign(terms), labels, { ...tight, weights }));
    const copied = finish(
      termFitSteps(
        termDesign(repeated),
        Int32Array.from(copies, (row) => labels[row]!),
        tight,
      ),
    );
    for (const [id, weight] of weighted.weights.entries()) expect(copied.weights[id]).toBeCloseTo(weight, 4);
    expect(copied.intercept).toBeCloseTo(weighted.intercept, 4);
  });

  it('fits on the rows it is told to as on a table of them alone', () => {
    const rows = labels.map((_, row) => row).filter((row) => row % 3 !== 0);
    const ids = (row: number) => reference.ids.slice(reference.offsets[row], reference.offsets[row + 1]);
    const alone = { ...terms, ...pick(rowsOf(Array.from(rows, ids), 64)) };
    expect(fitTermModel(terms, labels, { seed: 4, rows })).toEqual(
      fitTermModel(
        alone,
        Int32Array.from(rows, (row) => labels[row]!),
        { seed: 4 },
      ),
    );
  });

  it('gives the same model for a seed, from shared memory too', () => {
    const shared = new Uint32Array(new SharedArrayBuffer(terms.ids.byteLength));
    shared.set(terms.ids);
    const model = fitTermModel(terms, labels, { seed: 5 });
    expect(fitTermModel({ ...terms, ids: shared }, labels, { seed: 5 })).toEqual(model);
    expect(
      fitTermModel({ ...terms, offsets: Float64Array.from(terms.offsets) }, labels, { seed: 5 }),
    ).toEqual(model);
    expect(fitTermModel(terms, labels, { seed: 6 }).intercept).not.toBe(model.intercept);
  });

  it('leans to the only class there is, no further than the penalty lets it', () => {
    const { intercept, weights: found } = fitTermModel(
      rowsOf([[1], [1], [2]]),
      Int32Array.of(1, 1, 1),
      tight,
    );
    expect(intercept).toBeGreaterThan(0);
    expect(intercept).toBeLessThan(10);
    expect([...found].every((weight) => weight >= 0)).toBe(true);
  });

  it('leaves weights at 0 where no row has terms, and knows the share of the classes', () => {
    const model = fitTermModel(rowsOf([[], [], [], []]), Int32Array.of(1, 1, 1, 0), { ...tight, cost: 100 });
    expect(largestOf(model.weights)).toBe(0);
    expect(model.scales[0]).toBe(1);
    expect(model.intercept).toBeCloseTo(Math.log(3), 1);
  });

  it('tells nothing apart by a term that all rows have', () => {
    const rows = rowsOf(Array.from({ length: 6 }, () => [3, 3, 3, 3]));
    const { weights: found, intercept } = finish(
      termFitSteps(termDesign(rows), Int32Array.of(0, 1, 0, 1, 0, 1), tight),
    );
    expect(found[3]).toBeCloseTo(0, 5);
    expect(intercept).toBeCloseTo(0, 5);
  });

  it('counts a repeated term by how often it stands', () => {
    // Two of four, each of value 1 / √4: a length of (2 · ½)² + 2 · ¼, and 1 for the intercept.
    expect([...termDesign(rowsOf([[2, 5, 2, 7], [1]])).squares]).toEqual([2.5, 2]);
  });

  it('stays finite on large random data of extreme costs', () => {
    const random = createRandom(3);
    const rows = rowsOf(
      Array.from({ length: 200 }, () => Array.from({ length: random.below(30) }, () => random.below(64))),
      64,
    );
    const classes = Int32Array.from({ length: 200 }, () => random.below(2));
    for (const cost of [1e-9, 1e6]) {
      const model = fitTermModel(rows, classes, { seed: 1, cost });
      expect(Number.isFinite(model.intercept)).toBe(true);
      expect([...model.scales].every((scale) => scale > 0 && scale < 1e9)).toBe(true);
    }
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses a cost of %f', (cost) => {
    expect(() => fitTermModel(terms, labels, { seed: 1, cost })).toThrow(
      expect.objectContaining({ code: 'LEARN_PARAMETER_INVALID' }),
    );
  });
});

function pick({ ids, offsets }: TermRows): Pick<TermRows, 'ids' | 'offsets'> {
  return { ids, offsets };
}
