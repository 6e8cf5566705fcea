import { type ScoredUrl, UrlVerdict, validate } from '@weir/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBatch } from '../testing/read-batch.js';
import { batchOf } from '../testing/records.js';
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

  it('writes the JSON that the members make, whatever stands in them', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
      fc.string({ minLength: 1 }),
    );
    const list = fc.record({ list: fc.constant('deny' as const), entry: text, reason: text });
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 5 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.option(list, { nil: undefined }),
        text,
        (reasons, probability, hit, id) => {
          const { accepted } = readBatch(
            batchOf([JSON.stringify({ url: 'http://a.example/ü"\\', id: 'x' })]),
          );
          const one: ScoredUrl = {
            verdict: 'safe',
            probability,
            reasons,
            ...(hit === undefined ? {} : { list: hit }),
          };
          const named = accepted.map((each) => ({ ...each, id }));
          const [record] = encodeVerdicts(model, named, [one], now);
          expect(JSON.parse(String(record?.value))).toEqual({
            id,
            url: 'http://a.example/ü"\\',
            model,
            ...one,
            // JSON has no negative zero.
            probability: probability === 0 ? 0 : probability,
            classifiedAt: now.toISOString(),
          });
        },
      ),
    );
  });

  it('carries CloudEvents headers whose id is the verdict’s, so that a replay is known', () => {
    const record = encodeOne('a.example');
    expect({ ...record?.sharedHeaders, ...record?.headers }).toEqual({
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
