import { describe, expect, it } from 'vitest';
import { exampleInput, exampleVerdicts } from '../judges/evidence.example.js';
import type { Evidence } from './evidence.js';
import { judgeRound, type RoundAccount } from './judge-round.js';

const malformed = [{ partition: 1, offset: 70n, bytes: 'broken' }];
const evidence: Evidence = {
  ids: new Set([...exampleInput().map(({ id }) => id), 'malformed-1']),
  urls: exampleInput(),
  malformed,
  verdicts: exampleVerdicts(),
  rejected: malformed,
  stuck: [],
};
const account: RoundAccount = {
  delivery: 'exactly-once',
  acknowledged: new Set(['id-0', 'id-5', 'malformed-1']),
  moves: [{ version: 1, notBefore: 0, storedBy: 0, serviceable: true }],
  hindrances: [],
  graceMs: 1_000,
};
const failing = (changes: Partial<Evidence>, own: Partial<RoundAccount> = {}) =>
  judgeRound({ ...evidence, ...changes }, { ...account, ...own })
    .filter(({ faults }) => faults.length > 0)
    .map(({ what }) => what);

describe('the judges of a round', () => {
  it('find nothing wrong in a faultless round', () => {
    expect(failing({})).toEqual([]);
  });

  it('each find what is theirs', () => {
    const [first, ...others] = exampleVerdicts();
    const again = { ...exampleVerdicts()[0], offset: 900n } as (typeof others)[0];
    expect(failing({ verdicts: others })).toEqual(['ids with a verdict']);
    expect(failing({ verdicts: [first, ...others, again] as typeof others })).toEqual([
      'verdicts beyond one for each id',
      'keys in order',
    ]);
    expect(failing({ ids: new Set(['id-0']) })).toEqual(['acknowledged, and in urls.submitted']);
    expect(failing({ stuck: ['urls.verdicts, partition 3'] })).toEqual(['outputs readable to their end']);
    expect(failing({ rejected: [] })).toEqual(['malformed records in urls.rejected']);
    expect(failing({}, { moves: [] })).toEqual(['verdicts by the champion of their time (1 versions)']);
  });

  it('let a repeated verdict pass at least once', () => {
    const again = { ...exampleVerdicts()[0], offset: 900n } as Evidence['verdicts'][0];
    expect(failing({ verdicts: [...exampleVerdicts(), again] }, { delivery: 'at-least-once' })).toEqual([]);
  });
});
