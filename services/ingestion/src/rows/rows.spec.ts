import { type FeatureSchema, UCI_9, URL_SCHEMA } from '@weir/contracts';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../formats/index.js';
import { closest, editDistance } from './edit-distance.js';
import { RowMapper } from './row-mapper.js';

const FEATURES = UCI_9.columns.map((each) => each.name);
const COLUMNS = [...FEATURES, 'Result'];

const table = (columns: readonly string[], header = true) => ({ columns, header });
const row = (cells: readonly Cell[], rowNumber = 1) => ({ rowNumber, cells });
const ones = (changes: Readonly<Record<string, Cell>> = {}): Cell[] =>
  COLUMNS.map((name) => (name in changes ? changes[name]! : '1'));

const mapped = (changes: Readonly<Record<string, Cell>>) =>
  new RowMapper(UCI_9, table(COLUMNS)).values(row(ones(changes)));

const columnsError = (columns: readonly string[], schema: FeatureSchema = UCI_9): string => {
  try {
    new RowMapper(schema, table(columns));
  } catch (error) {
    expect(error).toMatchObject({ code: 'WEIR_DATA_COLUMNS' });
    return (error as Error).message;
  }
  throw new Error('the header was accepted');
};

describe('the header', () => {
  it('may have the columns in any order: they are found by name', () => {
    const mapper = new RowMapper(UCI_9, table([...COLUMNS].reverse()));
    const cells = [...COLUMNS].reverse().map((_, index) => String(index));
    expect(mapper.values(row(cells))).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
  });

  it('without the label is data without labels', () => {
    const mapper = new RowMapper(UCI_9, table(FEATURES));
    expect(mapper.label(row(ones()))).toBe(-1);
  });

  it('names what is missing', () => {
    expect(columnsError(COLUMNS.filter((name) => name !== 'SFH' && name !== 'web_traffic'))).toBe(
      'The columns do not fit: missing: "SFH", "web_traffic"',
    );
  });

  it('names what the schema has not', () => {
    expect(columnsError([...COLUMNS, 'id'])).toBe('The columns do not fit: not in the schema: "id"');
  });

  it('of a renamed column says what was meant', () => {
    const message = columnsError(COLUMNS.map((name) => (name === 'popUpWidnow' ? 'popUpWindow' : name)));
    expect(message).toContain('missing: "popUpWidnow"');
    expect(message).toContain('"popUpWindow" (did you mean "popUpWidnow"?)');
  });

  it('in another letter case says what was meant', () => {
    const message = columnsError(COLUMNS.map((name) => name.toUpperCase()));
    expect(message).toContain('"RESULT" (did you mean "Result"?)');
    expect(message).toContain('"URL_LENGTH" (did you mean "URL_Length"?)');
  });

  it('with a column twice names it', () => {
    expect(columnsError([...COLUMNS, 'SFH'])).toContain('there more than once: "SFH"');
  });

  it.each([
    [';', 'a semicolon'],
    ['\t', 'a tab'],
    [',', 'a comma'],
    [':', 'a colon'],
  ])('cut at the wrong delimiter says that it seems to be %j', (delimiter, name) => {
    expect(columnsError([COLUMNS.join(delimiter)])).toContain(`its delimiter seems to be ${name}`);
  });

  it('that is data says so', () => {
    expect(columnsError(COLUMNS.map((_, index) => String(index - 1)))).toContain(
      'the first line seems to be data, not the header',
    );
  });

  it('of URLs needs the URL only; its context and label are optional, anything else is refused', () => {
    expect(new RowMapper(URL_SCHEMA, table(['url'])).values(row([' https://a.b/ ']))).toEqual([
      'https://a.b/',
      null,
      null,
    ]);
    const full = new RowMapper(URL_SCHEMA, table(['date', 'label', 'url']));
    expect(full.values(row(['2024', 'benign', 'a.b']))).toEqual(['a.b', null, '2024']);
    expect(columnsError(['URLs', 'label'], URL_SCHEMA)).toContain('did you mean "url"');
  });
});

describe('a number', () => {
  it.each([
    ['1', 1],
    ['-1', -1],
    [' +0.5 ', 0.5],
    ['1e-3', 0.001],
    ['.5', 0.5],
    ['5.', 5],
    [7.25, 7.25],
    ['99', 99],
  ])('%j is %d, in or out of the range allowed', (cell, value) => {
    expect(mapped({ SFH: cell })[0]).toBe(value);
  });

  it.each(['', ' ', '?', 'NA', 'n/a', 'NaN', 'null', null])('%j is missing', (cell) => {
    expect(mapped({ SFH: cell })[0]).toBeNull();
  });

  it.each(['abc', '1,5', '0x10', 'Infinity', '1e999', '1e39', '--1', '1 2', true, '１'])(
    '%j is none, and the row and the column are named',
    (cell) => {
      const mapper = new RowMapper(UCI_9, table(COLUMNS));
      expect(() => mapper.values(row(ones({ URL_Length: cell }), 4711))).toThrow(
        expect.objectContaining({
          code: 'WEIR_DATA_VALUE',
          message: `Row 4711, column URL_Length: ${JSON.stringify(cell)} is not a number`,
          context: { row: 4711, column: 'URL_Length' },
        }),
      );
    },
  );

  it('is refused again each time, though spellings are remembered', () => {
    const mapper = new RowMapper(UCI_9, table(COLUMNS));
    for (const number of [1, 2]) {
      expect(() => mapper.values(row(ones({ SFH: 'x' }), number))).toThrow(`Row ${number}, column SFH`);
    }
  });

  it('keeps a long text out of the message', () => {
    expect(() => mapped({ SFH: 'x'.repeat(10_000) })).toThrow(
      expect.objectContaining({ message: expect.stringMatching(/^.{1,120}$/) }),
    );
  });
});

describe('a label', () => {
  it.each([
    ['-1', 0],
    [0, 1],
    ['1', 2],
    [' Phishing ', 0],
    ['legitimate', 2],
  ])('%j is class %d', (cell, index) => {
    const mapper = new RowMapper(UCI_9, table(COLUMNS));
    expect(mapper.label(row(ones({ Result: cell })))).toBe(index);
  });

  it('that is no class is refused with the row and the classes', () => {
    const mapper = new RowMapper(UCI_9, table(COLUMNS));
    expect(() => mapper.label(row(ones({ Result: 'maybe' }), 12))).toThrow(
      expect.objectContaining({
        code: 'WEIR_DATA_LABEL',
        message:
          'Row 12, column Result: "maybe" is not a label; it is one of -1 (phishing), 0 (suspicious), 1 (legitimate)',
      }),
    );
  });

  it('may be missing from all rows, but not from some', () => {
    const none = new RowMapper(UCI_9, table(COLUMNS));
    expect([1, 2].map((number) => none.label(row(ones({ Result: '' }), number)))).toEqual([-1, -1]);
    expect(() => none.label(row(ones(), 3))).toThrow(
      /Row 3, column Result: has a label, the rows before have none/,
    );
    const some = new RowMapper(UCI_9, table(COLUMNS));
    some.label(row(ones()));
    expect(() => some.label(row(ones({ Result: '?' }), 2))).toThrow(/Row 2, column Result: has no label/);
  });
});

describe('records without a header', () => {
  it('may leave a value out here and there, but not a column out of every row', () => {
    const mapper = new RowMapper(UCI_9, table(COLUMNS, false));
    mapper.values(row(ones({ SFH: null, web_traffic: null })));
    mapper.values(row(ones({ SFH: 0, web_traffic: null })));
    expect(() => mapper.finish()).toThrow(
      expect.objectContaining({ code: 'WEIR_DATA_COLUMNS', message: expect.stringContaining('web_traffic') }),
    );
    mapper.values(row(ones({ web_traffic: 1 })));
    expect(() => mapper.finish()).not.toThrow();
  });

  it('with a header tell at once, so that a column of nothing but missing values passes', () => {
    const mapper = new RowMapper(UCI_9, table(COLUMNS));
    mapper.values(row(ones({ SFH: '?' })));
    expect(() => mapper.finish()).not.toThrow();
  });
});

describe('edit distance', () => {
  it('counts insertions, deletions and substitutions', () => {
    expect(editDistance('kitten', 'sitting')).toBe(3);
    expect(editDistance('', 'abc')).toBe(3);
    expect(editDistance('same', 'same')).toBe(0);
  });

  it('suggests nothing where nothing is alike', () => {
    expect(closest('temperature', ['SFH', 'Result'])).toBeUndefined();
    expect(closest('resutl', ['SFH', 'Result'])).toBe('Result');
  });
});
