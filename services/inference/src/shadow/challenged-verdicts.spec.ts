import { type ScoredUrl, UrlShadowVerdict, type UrlVerdict, validate } from '@weir/contracts';
import { describe, expect, it } from 'vitest';
import type { ServedModel } from '../model-slot/index.js';
import { readBatch } from '../testing/read-batch.js';
import { batchOf } from '../testing/records.js';
import type { ChallengedBatch } from './challenge.js';
import { encodeChallenged } from './challenged-verdicts.js';

const NOW = new Date('2026-03-04T05:06:07.089Z');
const { accepted } = readBatch(
  batchOf(['http://a.example.com/1', 'http://b.test/2', 'http://a.example.com/3', 'http://c.test/4']),
);
const scored = accepted.map(
  (_, row): ScoredUrl => ({ verdict: 'safe', probability: row / 10, reasons: [`row ${row}`] }),
);

function batchWith(parts: Partial<ChallengedBatch>): ChallengedBatch {
  const model = (version: number) => ({ name: 'url', version }) as ServedModel;
  return {
    champion: model(5),
    challenger: model(6),
    scored,
    answered: new Set(),
    compared: [],
    observe: () => undefined,
    ...parts,
  };
}

describe('encodeChallenged', () => {
  it('keeps the order, and names in each verdict the version that gave it', () => {
    const records = encodeChallenged(batchWith({ answered: new Set([0, 3]) }), accepted, scored, NOW);
    const verdicts = records.map(({ value }) => JSON.parse(String(value)) as UrlVerdict);
    expect(verdicts.map(({ url, model, reasons }) => [url, model.version, reasons[0]])).toEqual([
      ['http://a.example.com/1', 6, 'row 0'],
      ['http://b.test/2', 5, 'row 1'],
      ['http://a.example.com/3', 5, 'row 2'],
      ['http://c.test/4', 6, 'row 3'],
    ]);
    expect(records.map(({ key }) => key)).toEqual(['example.com', 'b.test', 'example.com', 'c.test']);
  });

  it('writes what both say to the shadow topic alone, as the contract has it', () => {
    const challenger: ScoredUrl = { verdict: 'malicious', probability: 0.75, reasons: [] };
    const compared = [{ row: 2, champion: scored[2] as ScoredUrl, challenger }];
    const records = encodeChallenged(batchWith({ compared }), accepted, scored, NOW);
    expect(records.map(({ topic }) => topic)).toEqual([
      ...new Array<string>(4).fill('urls.verdicts'),
      'urls.verdicts.shadow',
    ]);
    const record = records.at(-1);
    const value: unknown = JSON.parse(String(record?.value));
    expect(value).toEqual({
      id: 'urls.submitted-3-2',
      url: 'http://a.example.com/3',
      champion: { version: 5, verdict: 'safe', probability: 0.2 },
      challenger: { version: 6, verdict: 'malicious', probability: 0.75 },
      classifiedAt: NOW.toISOString(),
    });
    expect(validate(UrlShadowVerdict, value)).toMatchObject({ ok: true });
    expect(record).toMatchObject({ key: 'example.com', headers: { ce_id: 'urls.submitted-3-2' } });
    expect(record?.sharedHeaders).toMatchObject({
      ce_type: 'weir.urls.verdict.shadow.v1',
      ce_source: '/weir/inference',
      ce_time: NOW.toISOString(),
    });
  });
});
