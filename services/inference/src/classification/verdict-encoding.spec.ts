import { type ScoredUrl, UrlVerdict, validate } from '@weir/contracts';
import { describe, expect, it } from 'vitest';
import { batchOf } from '../testing/records.js';
import { readBatch } from './batch-reading.js';
import { encodeVerdicts } from './verdict-encoding.js';

const model = { name: 'url', version: 7 };
const scored: ScoredUrl = { verdict: 'malicious', probability: 0.875, reasons: ['a reason'] };
const now = new Date('2026-03-04T05:06:07.089Z');
const TRACEPARENT = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

function encodeOne(value: string, headers: Record<string, string> = {}) {
  const { accepted } = readBatch(batchOf([value]));
  const withHeaders = accepted.map((each) => ({ ...each, record: { ...each.record, headers } }));
  return encodeVerdicts(model, withHeaders, [scored], now)[0];
}

describe('encodeVerdicts', () => {
  it('writes a verdict the contract accepts, under the registrable domain', () => {
    const submitted = '2026-03-04T05:06:07Z';
    const record = encodeOne(
      JSON.stringify({ url: 'http://login.shop.example.co.uk/a', id: 'x', submittedAt: submitted }),
    );
    const value: unknown = JSON.parse(String(record?.value));
    expect(record).toMatchObject({ topic: 'urls.verdicts', key: 'example.co.uk' });
    expect(value).toEqual({
      id: 'x',
      url: 'http://login.shop.example.co.uk/a',
      verdict: 'malicious',
      probability: 0.875,
      model: { name: 'url', version: 7 },
      reasons: ['a reason'],
      submittedAt: submitted,
      classifiedAt: '2026-03-04T05:06:07.089Z',
    });
    expect(validate(UrlVerdict, value)).toMatchObject({ ok: true });
  });

  it('carries CloudEvents headers whose id is the verdict’s, so that a replay is known', () => {
    expect(encodeOne('a.example')?.headers).toEqual({
      ce_specversion: '1.0',
      ce_id: 'urls.submitted-3-0',
      ce_type: 'weir.urls.verdict.v1',
      ce_source: '/weir/inference',
      ce_time: '2026-03-04T05:06:07.089Z',
      'content-type': 'application/json',
    });
  });

  it('goes on with a trace under a new span, and starts none', () => {
    const { traceparent } = encodeOne('a.example', { traceparent: TRACEPARENT })?.headers ?? {};
    expect(traceparent).toMatch(/^00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-01$/);
    expect(traceparent).not.toBe(TRACEPARENT);
    expect(encodeOne('a.example')?.headers).not.toHaveProperty('traceparent');
  });
});
