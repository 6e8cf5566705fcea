import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matrixOf } from '../dataset/matrix.js';
import { createRandom } from '../random/random.js';
import { binEdges } from './bin-edges.js';
import { BinLocator } from './bin-locator.js';
import { binMatrix } from './binned-matrix.js';

const binOf = (edges: Float32Array, value: number) => new BinLocator(edges).binOf(value);

const column = (values: readonly (number | null)[]) => matrixOf(values.map((value) => [value]));
const float32 = fc.float({ noNaN: true, noDefaultInfinity: true });

describe('binEdges', () => {
  it('gives few values a bin each', () => {
    expect([...binEdges(column([1, -1, 0, 1, null]))[0]!]).toEqual([-0.5, 0.5]);
  });

  it('gives a constant column, or one without values, no edge', () => {
    expect(binEdges(column([3, 3, null]))[0]).toHaveLength(0);
    expect(binEdges(column([null, null]))[0]).toHaveLength(0);
  });

  it('cuts many values at quantiles', () => {
    const random = createRandom(1);
    const matrix = column(Array.from({ length: 20_000 }, () => random.uniform() ** 3));
    const [edges] = binEdges(matrix);
    expect(edges).toHaveLength(254);
    const counts = new Int32Array(255);
    for (const code of binMatrix(matrix, [edges!]).codes) counts[code]!++;
    expect(Math.min(...counts)).toBeGreaterThan(70);
    expect(Math.max(...counts)).toBeLessThan(90);
  });

  it('keeps a frequent value in a bin of its own', () => {
    const values = Array.from({ length: 3000 }, (_, index) => (index % 2 === 0 ? 0 : index));
    const [edges] = binEdges(column(values));
    expect(binOf(edges!, 0)).not.toBe(binOf(edges!, 1));
    expect(binOf(edges!, 0)).not.toBe(binOf(edges!, -1) + 1);
  });

  it('keeps neighbouring 32-bit numbers apart', () => {
    const next = Math.fround(1 + 2 ** -23);
    const [edges] = binEdges(column([1, next]));
    expect([binOf(edges!, 1), binOf(edges!, next)]).toEqual([0, 1]);
    const huge = Math.fround(3.4e38);
    expect([...binEdges(column([-huge, huge]))[0]!]).toEqual([0]);
  });

  it('increases, and puts a value at or below its edge', () => {
    fc.assert(
      fc.property(fc.array(float32, { minLength: 1, maxLength: 600 }), (values) => {
        const [edges] = binEdges(column(values), 20);
        expect(edges!.length).toBeLessThan(20);
        edges!.forEach((edge, index) => {
          if (index > 0) expect(edge).toBeGreaterThan(edges![index - 1]!);
        });
        for (const value of values) {
          const bin = binOf(edges!, value);
          if (bin < edges!.length) expect(value).toBeLessThanOrEqual(edges![bin]!);
          if (bin > 0) expect(value).toBeGreaterThan(edges![bin - 1]!);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('binMatrix', () => {
  it('is column-major, in shared memory, with a code of its own for missing values', () => {
    const matrix = matrixOf([
      [0, 5],
      [1, null],
      [null, 7],
    ]);
    const binned = binMatrix(matrix, binEdges(matrix));
    expect([...binned.codes]).toEqual([0, 1, 2, 0, 2, 1]);
    expect([...binned.offsets]).toEqual([0, 3, 6]);
    expect(binned.codes.buffer).toBeInstanceOf(SharedArrayBuffer);
  });
});

describe('BinLocator', () => {
  it('finds what a search over all edges finds', () => {
    const anyFloat = fc.float({ noDefaultInfinity: true });
    fc.assert(
      fc.property(fc.uniqueArray(anyFloat, { maxLength: 254 }), fc.array(anyFloat), (some, values) => {
        const edges = Float32Array.from(some.filter((edge) => !Number.isNaN(edge))).sort();
        const locator = new BinLocator(edges);
        for (const value of [...values, ...edges]) {
          const first = edges.findIndex((edge) => edge >= value);
          const bin = first < 0 ? edges.length : first;
          expect(locator.binOf(value)).toBe(Number.isNaN(value) ? edges.length + 1 : bin);
        }
      }),
    );
  });
});
