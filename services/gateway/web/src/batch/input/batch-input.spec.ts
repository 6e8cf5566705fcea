import { describe, expect, it } from 'vitest';
import { asCsv, batchInput, rowCount } from './batch-input.js';
import type { Schema } from './schemas.js';

const SCHEMA: Schema = {
  name: 'two',
  input: { kind: 'features' },
  columns: [
    { name: 'SFH', type: 'integer', allowed: [-1, 0, 1] },
    { name: 'age', type: 'number' },
  ],
  label: { column: 'Result' },
};
const read = (text: string) => batchInput('file.csv', text, [SCHEMA]);

describe('batchInput', () => {
  it('keeps commas and quotes of URLs that stand one a line', () => {
    const input = read('http://a.example/?q=1,2\r\n\r\nhttp://b.example/"x"\n');
    expect(input).toMatchObject({ urls: ['http://a.example/?q=1,2', 'http://b.example/"x"'] });
  });

  it('takes the column of URLs out of a CSV, quoted or not, and refangs it', () => {
    const input = read('\ufeffid;url\r\n1;"http://a.example/;x"\r\n2;hxxp://b[.]example/\r\n');
    expect(input).toMatchObject({ kind: 'urls', urls: ['http://a.example/;x', 'http://b.example/'] });
  });

  it('orders features as the schema does, and leaves other columns out', () => {
    const input = read('Result,age,SFH\n1,3.5,-1\n-1,?,\n');
    expect(input).toMatchObject({
      kind: 'features',
      rows: [
        ['-1', '3.5'],
        ['', '?'],
      ],
    });
    expect(asCsv(input, 'url').join('')).toBe('SFH,age\n-1,3.5\n,?\n');
    expect(rowCount(input)).toBe(2);
  });

  it('writes URLs as the schema of URLs reads them', () => {
    expect(asCsv(read('http://a.example/?q=1,2\n'), 'url')).toEqual(['url\n', '"http://a.example/?q=1,2"\n']);
  });

  it.each([
    ['SFH,age\n', /no row/],
    ['url\n', /no row/],
    ['a,b\n"1,2\n', /no CSV/],
  ])('refuses %j', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});
