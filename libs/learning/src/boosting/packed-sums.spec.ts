import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradientOf, hessianOf, packDerivatives } from './packed-sums.js';

const pairs = fc.array(
  fc.tuple(fc.double({ min: -50, max: 50, noNaN: true }), fc.double({ min: 0, max: 20, noNaN: true })),
  { minLength: 1, maxLength: 400 },
);

function pack(rows: readonly (readonly [number, number])[]) {
  const packed = new Float64Array(rows.length);
  const all = Int32Array.from(rows, (_, row) => row);
  const gradients = rows.reduce((sum, [gradient]) => sum + Math.abs(gradient), 0);
  const hessians = rows.reduce((sum, [, hessian]) => sum + hessian, 0);
  const quanta = packDerivatives(Float64Array.from(rows.flat()), all, { gradients, hessians }, packed);
  return { packed, quanta };
}

describe('packDerivatives', () => {
  it('keeps any sum of gradients and of second derivatives apart, to half a quantum a row', () => {
    fc.assert(
      fc.property(pairs, fc.nat(), (rows, skip) => {
        const { packed, quanta } = pack(rows);
        const isSummed = (row: number) => (row * 7 + skip) % 3 > 0;
        let sum = 0;
        let gradient = 0;
        let hessian = 0;
        rows.forEach(([g, h], row) => {
          if (!isSummed(row)) return;
          sum += packed[row]!;
          gradient += g * quanta.gradient;
          hessian += h * quanta.hessian;
        });
        const found = gradientOf(sum);
        expect(Math.abs(found - gradient)).toBeLessThanOrEqual(rows.length / 2 + 1e-3);
        expect(Math.abs(hessianOf(sum, found) - hessian)).toBeLessThanOrEqual(rows.length / 2 + 1e-3);
      }),
    );
  });

  it('adds up to the same bits in any order', () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const { packed } = pack(rows);
        const forward = packed.reduce((sum, each) => sum + each, 0);
        expect(packed.toReversed().reduce((sum, each) => sum + each, 0)).toBe(forward);
        expect(Number.isSafeInteger(forward)).toBe(true);
      }),
    );
  });

  it('has nothing to tell of rows without derivatives', () => {
    const { packed, quanta } = pack([
      [0, 0],
      [0, 0],
    ]);
    expect([...packed]).toEqual([0, 0]);
    expect(quanta).toEqual({ gradient: 0, hessian: 0 });
  });
});
