import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { contradictionsOf } from './contradictions.js';
import type { FeatureSchema } from './feature-schema.js';
import { SchemaRegistry } from './schema-registry.js';
import { UCI_9 } from './uci-9.js';
import { UCI_30 } from './uci-30.js';

const ROOT = new URL('../../../../', import.meta.url);
const WEBSITES = gunzipSync(readFileSync(new URL('datasets/uci-phishing-websites.csv.gz', ROOT))).toString();
const THREE_CLASSES = readFileSync(new URL('../shared/data/uci-website-phishing-3class.csv', ROOT), 'utf8');

describe.each([
  ['uci-30', UCI_30, WEBSITES, 11_055],
  ['uci-9', UCI_9, THREE_CLASSES, 1_353],
] as const)('%s and the published data', (_name, schema: FeatureSchema, text, count) => {
  const [header = '', ...lines] = text.trim().split(/\r?\n/);
  const rows = lines.map((line) => line.split(',').map(Number));

  it('has the columns of the file, in their order', () => {
    expect([...schema.columns.map((each) => each.name), schema.label.column]).toEqual(header.split(','));
  });

  it('allows exactly the values that occur, or more', () => {
    expect(rows).toHaveLength(count);
    for (const [index, column] of schema.columns.entries()) {
      const values = new Set(rows.map((row) => row[index] ?? Number.NaN));
      expect([...values].filter((value) => !column.allowed?.includes(value))).toEqual([]);
    }
  });

  it('has the classes that occur', () => {
    const labels = new Set(rows.map((row) => row.at(-1)));
    expect(labels).toEqual(new Set(schema.label.classes.map((each) => each.value)));
  });
});

describe('SchemaRegistry', () => {
  const own: FeatureSchema = { ...UCI_9, name: 'own' };

  it('knows the schemas built in, then the own ones', () => {
    const registry = new SchemaRegistry([own]);
    expect(registry.names()).toEqual(['uci-30', 'uci-9', 'url', 'own']);
    expect(registry.all().map((each) => each.name)).toEqual(registry.names());
    expect(registry.find('own')).toBe(own);
    expect(registry.find('nothing')).toBeUndefined();
    expect(registry.find('__proto__')).toBeUndefined();
  });

  it('refuses a name that is taken', () => {
    expect(() => new SchemaRegistry([own, own])).toThrow('two feature schemas are named "own"');
    expect(() => new SchemaRegistry([{ ...own, name: 'url' }])).toThrow(RangeError);
  });

  it('holds no schema that contradicts itself', () => {
    expect(new SchemaRegistry().all().flatMap(contradictionsOf)).toEqual([]);
  });
});
