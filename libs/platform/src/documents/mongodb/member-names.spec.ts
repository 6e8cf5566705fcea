import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeNames, encodeNames } from './member-names.js';

it('encodes dots at every depth', () => {
  const value = { 'distinct.f1': 0.9, list: [{ 'a.b': { 'c.d': 1 } }], plain: 'x.y' };
  expect(encodeNames(value)).toEqual({
    'distinct%2Ef1': 0.9,
    list: [{ 'a%2Eb': { 'c%2Ed': 1 } }],
    plain: 'x.y',
  });
});

it('gives back any JSON, whatever its names', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const encoded = encodeNames(value);
      expect(JSON.stringify(decodeNames(encoded))).toBe(JSON.stringify(value));
    }),
  );
  const tricky = { '%2E': 1, '.%': 2, '%25.': 3, '..': 4 };
  expect(decodeNames(encodeNames(tricky))).toEqual(tricky);
});
