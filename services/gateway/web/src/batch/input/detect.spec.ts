import { describe, expect, it } from 'vitest';
import { csvRecords, delimiterOf } from './csv.js';
import { detect } from './detect.js';
import type { Schema } from './schemas.js';

const features = (name: string, columns: readonly string[]): Schema => ({
  name,
  input: { kind: 'features' },
  columns: columns.map((each) => ({ name: each, type: 'integer' })),
  label: { column: 'Result' },
});
const SCHEMAS: readonly Schema[] = [
  features('small', ['SFH', 'age']),
  features('large', ['SFH', 'age', 'traffic']),
  { name: 'url', input: { kind: 'url', column: 'url' }, columns: [], label: { column: 'label' } },
];
const detected = (text: string) => detect(csvRecords(text, delimiterOf(text.split('\n')[0] ?? '')), SCHEMAS);

describe('detect', () => {
  it('knows a schema by its header, in any order and with columns of others beside it', () => {
    const found = detected('id,age,SFH,Result\n7,1,-1,1\n');
    expect(found).toMatchObject({ kind: 'features', schema: { name: 'small' }, indexes: [2, 1] });
  });

  it('takes the schema that reads more of the file', () => {
    expect(detected('traffic,age,SFH\n1,1,1\n')).toMatchObject({ schema: { name: 'large' } });
  });

  it.each([
    ['http://a.example/\nhttp://b.example/\n', 0, false],
    ['a.example\nb.example/login\n', 0, false],
    ['url\nhttp://a.example/\n', 0, true],
    ['rank;Domain\n1;a.example\n', 1, true],
    ['1,google.com\n2,b.example\n', 1, false],
    ['seen,where\n2020,hxxp://a[.]example/\n2021,https://b.example/x\n', 1, true],
    ['http://a.example/\n', 0, false],
  ])('finds the URLs of %j', (text, column, hasHeader) => {
    expect(detected(text)).toEqual({ kind: 'urls', column, hasHeader });
  });

  it('says what is missing of the schema that comes nearest', () => {
    expect(() => detected('SFH,traffic,x\n1,1,1\n')).toThrow(
      /near the features of small.*missing: age|large.*missing: age/,
    );
  });

  it('says what it would take, where there is nothing to score', () => {
    expect(() => detected('name,age of\nAnn,7\n')).toThrow(/no URLs in it.*column "url"/);
  });
});

describe('delimiterOf', () => {
  it.each([
    ['a,b,c', ','],
    ['a;b;c', ';'],
    ['a\tb', '\t'],
    ['"a;b";c|d|e', '|'],
    ['http://a.example/', ','],
  ])('of %j is %j', (line, delimiter) => {
    expect(delimiterOf(line)).toBe(delimiter);
  });
});
