import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine } from '../../output/csv-line.js';
import { CsvScanner, lineEndOf } from './csv-scanner.js';

/** Reads the text in blocks of `size` bytes, each with what the one before left. */
function read(text: string, size = 1_000): { line: number; cells: string[] }[] {
  const bytes = Buffer.from(text);
  const scanner = new CsvScanner(lineEndOf(bytes));
  const records: { line: number; cells: string[] }[] = [];
  let left: Buffer = Buffer.alloc(0);
  for (let at = 0; at < bytes.length || at === 0; at += size) {
    scanner.load(Buffer.concat([left, bytes.subarray(at, at + size)]), at + size >= bytes.length);
    while (scanner.next()) records.push({ line: scanner.line, cells: scanner.texts() });
    left = scanner.bytes.subarray(scanner.at);
  }
  expect(left.length).toBe(0);
  return records;
}

const cells = (text: string, size?: number) => read(text, size).map((each) => each.cells);

describe('CsvScanner', () => {
  it('reads whatever was written, however it is cut into blocks', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', 'é', '🐟', ';') });
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 50 }), fc.constantFrom('\n', '\r\n'), (rows, size, end) => {
        const text = rows.map((row) => csvLine(row).slice(0, -1) + end).join('');
        expect(cells(text, size)).toEqual(rows);
      }),
    );
  });

  it('reads what csv-parse reads', () => {
    const piece = fc.constantFrom('a', '"', '""', ',', '\n', '\r\n', '1', ' ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        // Its own rule of line ends is found by the first: here one always stands there.
        const text = `x,y\n${pieces.join('')}`;
        const options = {
          relax_column_count: true,
          skip_empty_lines: true,
          record_delimiter: ['\r\n', '\n'],
        };
        let expected: string[][] | undefined;
        try {
          expected = parse(text, options) as string[][];
        } catch {
          expect(() => cells(text)).toThrow(expect.objectContaining({ code: 'WEIR_DATA_MALFORMED' }));
        }
        if (expected !== undefined) expect(cells(text)).toEqual(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  it('counts lines, empty ones and those within quotes too', () => {
    const text = 'a,b\n\n"1\n1",2\r\n\r\n\n3,4';
    for (const size of [1, 2, 3, 5, 100]) {
      expect(read(text, size)).toEqual([
        { line: 1, cells: ['a', 'b'] },
        { line: 3, cells: ['1\n1', '2'] },
        { line: 7, cells: ['3', '4'] },
      ]);
    }
  });

  it('knows lines that end with a carriage return alone', () => {
    expect(cells('a,b\r1,"2\r3"\r\r4,5')).toEqual([
      ['a', 'b'],
      ['1', '2\r3'],
      ['4', '5'],
    ]);
  });

  it.each([
    ['1,2\n"3,4', 'line 2: a quote is opened'],
    ['1,2\n"3"4,5', 'line 2: a value goes on'],
    ['1,2\n3,4"\n', 'line 2: a quote stands within'],
  ])('refuses %j', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  it('holds ten thousand cells', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => String(index));
    expect(cells(many.join(','))).toEqual([many]);
  });
});
