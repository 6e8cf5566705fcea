import { describe, expect, it } from 'vitest';
import { classIndexOf, type LabelColumn, positiveIndexOf } from './feature-schema.js';
import { UCI_9 } from './uci-9.js';
import { UCI_30 } from './uci-30.js';
import { URL_SCHEMA } from './url.js';

describe('classIndexOf', () => {
  it.each([
    [UCI_30.label, -1, 0],
    [UCI_30.label, '-1', 0],
    [UCI_30.label, ' -1 ', 0],
    [UCI_30.label, '-1.0', 0],
    [UCI_30.label, '+1', 1],
    [UCI_30.label, 1, 1],
    [UCI_30.label, '01', 1],
    [UCI_30.label, 'Phishing', 0],
    [UCI_30.label, 'LEGITIMATE\r', 1],
    [UCI_30.label, 'benign', 1],
    [UCI_30.label, 0, -1],
    [UCI_30.label, '', -1],
    [UCI_30.label, ' ', -1],
    [UCI_30.label, null, -1],
    [UCI_30.label, undefined, -1],
    [UCI_30.label, Number.NaN, -1],
    [UCI_30.label, true, -1],
    [UCI_30.label, [1], -1],
    [UCI_30.label, '1e400', -1],
    [UCI_9.label, 0, 1],
    [UCI_9.label, '0', 1],
    [UCI_9.label, '-0', 1],
    [UCI_9.label, '', -1],
    [UCI_9.label, 'suspicious', 1],
    [URL_SCHEMA.label, 'benign', 1],
    [URL_SCHEMA.label, 'PHISHING', 0],
    [URL_SCHEMA.label, 1, 0],
    [URL_SCHEMA.label, '0', 1],
    [URL_SCHEMA.label, 'unknown', -1],
  ] as const)('%#: in %o, %j is class %i', (label, raw, index) => {
    expect(classIndexOf(label as LabelColumn, raw)).toBe(index);
  });

  it('finds every spelling of every class of the schemas built in', () => {
    for (const { label } of [UCI_30, UCI_9, URL_SCHEMA]) {
      for (const [index, each] of label.classes.entries()) {
        for (const spelling of [each.name, each.value, ...(each.aliases ?? [])])
          expect(classIndexOf(label, spelling)).toBe(index);
      }
    }
  });
});

describe('positiveIndexOf', () => {
  it('finds the class whose F1 is optimised', () => {
    expect([UCI_30, UCI_9, URL_SCHEMA].map(({ label }) => positiveIndexOf(label))).toEqual([0, 0, 0]);
  });

  it('throws where it is none of the classes', () => {
    expect(() => positiveIndexOf({ ...UCI_30.label, positive: 'fraud' })).toThrow(RangeError);
  });
});
