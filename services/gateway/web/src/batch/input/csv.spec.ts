import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvLine, csvRecords } from './csv.js';

it('reads what it writes, whatever stands in a cell', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', 'é', '🐟', ';'), minLength: 1 });
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
      const trimmed = rows.map((row) => row.map((each) => `x${each}x`));
      expect(parse(trimmed.map(csvLine).join(''), { record_delimiter: '\n' })).toEqual(trimmed);
    }),
  );
});

it.each([
  [
    'a,b\r\n 1 , 2\r\n\r\n3,4',
    [
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  [
    '\ufeffa,b\r1,\n',
    [
      ['a', 'b'],
      ['1', ''],
    ],
  ],
  [
    'a,"b"\n"1,5",2\n',
    [
      ['a', 'b'],
      ['1,5', '2'],
    ],
  ],
])('reads %j alike with and without quotes', (text, records) => {
  expect(csvRecords(text, ',')).toEqual(records);
});

it('stops after as many as are wanted', () => {
  expect(csvRecords('a\nb\nc\n', ',', 2)).toEqual([['a'], ['b']]);
  expect(csvRecords('"a"\nb\nc\n', ',', 2)).toEqual([['a'], ['b']]);
});
