import { describe, expect, it } from 'vitest';
import { columnBins, streamBins } from './feature-bins.js';
import { headerOf, schemaFor } from './upload-schema.js';

const schema = (name: string, ...columns: string[]) => ({
  name,
  columns: columns.map((each) => ({ name: each })),
  label: { column: 'Result' },
});
const SCHEMAS = [
  schema('uci-9', 'SFH', 'popUp'),
  schema('uci-30', 'SFH', 'URL_Length', 'Favicon'),
  schema('url'),
];

describe('headerOf', () => {
  it.each([
    ['"a",b , c\n1,2,3', ['a', 'b', 'c']],
    ['\ufeffurl;label\r\nx;1', ['url', 'label']],
    ['a\tb\n1\t2', ['a', 'b']],
    ["@relation x\n@attribute 'a b' {1,0}\n@ATTRIBUTE c numeric\n", ['a b', 'c']],
    ['\u001f\ufffd\u0000', []],
  ])('reads %j', (text, columns) => expect(headerOf(text)).toEqual(columns));
});

describe('schemaFor', () => {
  it('chooses the schema that most of whose columns are there', () => {
    expect(schemaFor(['index', 'sfh', 'URL_Length', 'Favicon', 'Result'], SCHEMAS)).toBe('uci-30');
    expect(schemaFor(['SFH', 'popUp', 'Result'], SCHEMAS)).toBe('uci-9');
  });

  it('knows URLs by their column, and does not guess otherwise', () => {
    expect(schemaFor(['URL', 'label'], SCHEMAS)).toBe('url');
    expect(schemaFor(['name', 'age'], SCHEMAS)).toBeNull();
    expect(schemaFor([], [])).toBeNull();
  });
});

describe('bins', () => {
  it('labels a bin by its range, and gives rows without a value one of their own', () => {
    const feature = {
      feature: 'length',
      populationStabilityIndex: 0.3,
      drifted: true,
      referenceMean: 1,
      currentMean: 2,
      bins: [
        [1, 1, 0.7, 0.2],
        [2, 90.125, 0.3, 0.7],
      ] as const,
      missing: { reference: 0, current: 0.1 },
    };
    expect(streamBins(feature)).toEqual([
      { label: '1', current: 0.2, reference: 0.7 },
      { label: '2–90.1', current: 0.7, reference: 0.3 },
      { label: 'none', current: 0.1, reference: 0 },
    ]);
  });

  it('draws nothing of a column whose values are too many', () => {
    const column = {
      name: 'a',
      type: 'number' as const,
      missing: 0,
      minimum: 0,
      maximum: 1,
      mean: 0.5,
      values: null,
    };
    expect(columnBins(column, undefined)).toEqual([]);
  });
});
