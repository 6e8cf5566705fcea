import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine } from './csv-line.js';

describe('csvLine', () => {
  it('is read back as it was, whatever stands in a cell', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', 'é', '🐟', ';') });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const width = Math.max(...rows.map((row) => row.length));
        const padded = rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
        const text = padded.map(csvLine).join('');
        expect(parse(text, { record_delimiter: '\n' })).toEqual(padded);
      }),
    );
  });

  it('leaves nothing for what is missing', () => {
    expect(csvLine([null, undefined, 0, 'x'])).toBe(',,0,x\n');
  });
});
