import { describe, expect, it } from 'vitest';
import { recordOf } from '../../testing/records.js';
import { wantedVerdicts } from './wanted-verdicts.js';

const VALUES = ['malicious', 'suspicious', 'safe', 'malicious'].map((verdict, index) =>
  JSON.stringify({ id: `id-${index}`, url: `http://a.example/${verdict}`, verdict, probability: 0.5 }),
);
const records = (values: readonly (string | Buffer | null)[]) => values.map((value) => recordOf({ value }));

describe('wantedVerdicts', () => {
  it.each([
    ['off', []],
    ['malicious', ['id-0', 'id-3']],
    ['flagged', ['id-0', 'id-1', 'id-3']],
    ['all', ['id-0', 'id-1', 'id-2', 'id-3']],
  ] as const)('takes for %s these, in order: %j', (which, ids) => {
    const { wanted, unreadable } = wantedVerdicts(records(VALUES), which);
    expect(wanted.map(({ id }) => id)).toEqual(ids);
    expect(unreadable).toBe(0);
  });

  it('goes by the verdict, not by what a URL says', () => {
    const url = 'http://a.example/?q="verdict":"malicious"';
    const [value] = [JSON.stringify({ id: 'a', url, verdict: 'safe' })];
    expect(wantedVerdicts(records([value ?? null]), 'malicious').wanted).toEqual([]);
  });

  it('counts what is no verdict, and takes what stands beside it', () => {
    const broken = [
      null,
      '',
      'null',
      '7',
      '[]',
      '{"id":',
      '{}',
      '{"id":"","url":"a.example","verdict":"malicious"}',
      '{"id":"a","url":7,"verdict":"malicious"}',
      Buffer.from([0xff, 0x00]),
    ];
    const { wanted, unreadable } = wantedVerdicts(records([...broken, ...VALUES]), 'all');
    expect(unreadable).toBe(broken.length);
    expect(wanted.map(({ url }) => url)).toEqual(VALUES.map((value) => JSON.parse(value).url));
  });
});
