import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random/random.js';
import { type BundledCodes, bundleColumns } from './bundles.js';

const sizesOf = fc.array(fc.constantFrom(1, 2, 3, 4, 7, 16, 100, 255, 256), { minLength: 1, maxLength: 24 });

/** Codes of random rows, and of one row that has the largest code of every column. */
function codesOf(sizes: readonly number[], rows: number, seed: number): Uint8Array {
  const random = createRandom(seed);
  return Uint8Array.from({ length: sizes.length * rows }, (_, index) => {
    const size = sizes[Math.floor(index / rows)]!;
    return index % rows === 0 ? size - 1 : random.below(size);
  });
}

/** Reads a row's codes back out of the words. */
function unpacked({ quads, words }: BundledCodes, columns: number, row: number): number[] {
  const codes = new Array<number>(columns).fill(-1);
  for (const { bundles, place: word } of quads) {
    bundles.forEach((bundle, lane) => {
      let code = (words[row * quads.length + word]! >>> (8 * lane)) & 255;
      bundle.columns.forEach((column, place) => {
        codes[column] = code % bundle.sizes[place]!;
        code = Math.floor(code / bundle.sizes[place]!);
      });
    });
  }
  return codes;
}

describe('bundleColumns', () => {
  it('tells each column in one place, from which its codes can be read back', () => {
    fc.assert(
      fc.property(sizesOf, fc.integer({ min: 1, max: 20 }), fc.nat(1000), (sizes, rows, seed) => {
        const codes = codesOf(sizes, rows, seed);
        const bundled = bundleColumns(codes, rows, sizes);
        const columns = bundled.quads.flatMap(({ bundles }) => bundles.flatMap((bundle) => bundle.columns));
        expect(columns.sort((a, b) => a - b)).toEqual(sizes.map((_, column) => column));
        for (let row = 0; row < rows; row++) {
          const own = sizes.map((_, column) => codes[column * rows + row]);
          expect(unpacked(bundled, sizes.length, row)).toEqual(own);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('keeps bundles to what a byte can tell, and lone columns to quads of their own', () => {
    fc.assert(
      fc.property(sizesOf, (sizes) => {
        const { quads } = bundleColumns(codesOf(sizes, 1, 1), 1, sizes);
        for (const { bundles } of quads) {
          expect(bundles.length).toBeLessThanOrEqual(4);
          expect(new Set(bundles.map((bundle) => bundle.columns.length > 1)).size).toBe(1);
          for (const { cells, columns } of bundles) {
            expect(cells).toBe(columns.reduce((product, column) => product * sizes[column]!, 1));
            expect(cells).toBeLessThanOrEqual(256);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('puts thirty columns of three values, five a bundle, into two words a row', () => {
    const sizes = new Array<number>(30).fill(3);
    const { quads } = bundleColumns(codesOf(sizes, 5, 1), 5, sizes);
    expect(quads.map(({ bundles }) => bundles.map(({ columns }) => columns.length))).toEqual([
      [5, 5, 5, 5],
      [5, 5],
    ]);
  });
});
