import { MAX_URL_LENGTH, UrlSubmitted, validate } from '@weir/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSubmission, readSubmittedObject } from './submission.js';

const read = (text: string) => readSubmission(Buffer.from(text));

describe('readSubmission', () => {
  it('reads a JSON object', () => {
    const value = {
      url: 'http://a.example/',
      id: 'x1',
      source: 'mail',
      submittedAt: '2026-01-02T03:04:05.678Z',
    };
    expect(read(JSON.stringify(value))).toEqual({
      kind: 'submission',
      url: 'http://a.example/',
      id: 'x1',
      submittedAt: '2026-01-02T03:04:05.678Z',
    });
  });

  it.each([
    ['https://a.example/?q=1', 'https://a.example/?q=1'],
    ['a.example/login\r\n', 'a.example/login'],
    ['\uFEFFa.example', 'a.example'],
    ['[2001:db8::1]/x', '[2001:db8::1]/x'],
    ['10.0.0.1', '10.0.0.1'],
  ])('reads the bare URL %j', (text, url) => {
    expect(read(text)).toEqual({ kind: 'submission', url, id: undefined, submittedAt: undefined });
  });

  it('takes null members for absent ones, and drops members it does not know', () => {
    expect(read('{"url":"a.example","id":null,"submittedAt":null,"priority":9}')).toEqual({
      kind: 'submission',
      url: 'a.example',
      id: undefined,
      submittedAt: undefined,
    });
  });

  it.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['{"url":', 'json'],
    ['{}', 'shape'],
    ['{"url":42}', 'shape'],
    ['{"url":""}', 'shape'],
    ['{"url":["a.example"]}', 'shape'],
    ['{"url":"a.example","id":7}', 'shape'],
    ['{"url":"a.example","id":""}', 'shape'],
    ['{"url":"a.example","submittedAt":"yesterday"}', 'shape'],
    [JSON.stringify({ url: 'a.example', id: 'i'.repeat(257) }), 'shape'],
    [JSON.stringify({ url: `a.example/${'a'.repeat(MAX_URL_LENGTH)}` }), 'shape'],
    ['["a.example"]', 'json'],
    ['"https://a.example"', 'json'],
    ['42', 'json'],
    ['-1.5e3', 'json'],
    ['null', 'json'],
    ['true', 'json'],
  ])('refuses %j as %s', (text, reason) => {
    expect(read(text)).toMatchObject({ kind: 'refusal', reason, message: expect.stringMatching(/\w/) });
  });

  it('refuses a missing value, and bytes that are no text', () => {
    expect(readSubmission(null)).toMatchObject({ kind: 'refusal', reason: 'empty' });
    expect(readSubmission(Buffer.from([0xff, 0xfe, 0x00]))).toMatchObject({ reason: 'encoding' });
    expect(readSubmission(Buffer.from([0x61, 0xc3]))).toMatchObject({ reason: 'encoding' });
  });

  it('survives members nested a hundred thousand deep', () => {
    const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(read(`{"url":${nested}}`)).toMatchObject({ kind: 'refusal', reason: 'shape' });
    expect(read(`{"url":"a.example","extra":${nested}}`)).toMatchObject({ kind: 'submission' });
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(['submission', 'refusal']).toContain(readSubmission(Buffer.from(bytes)).kind);
      }),
      { numRuns: 2_000 },
    );
  });
});

/** Texts on both sides of each rule: lengths at the bound, surrogate pairs and joiners, dates good and nearly good. */
const texts = (bound: number) =>
  fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '',
      ' ',
      'a'.repeat(bound),
      'a'.repeat(bound + 1),
      '😀'.repeat(bound),
      'a\uFE0F'.repeat(bound),
    ),
  );
const dates = fc.oneof(
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.stringMatching(
    /^20[0-4]\d-[0-3]\d-[0-4]\d(T[0-3]\d:[0-7]\d(:[0-7]\d(\.\d{1,3})?)?(Z|[+-]\d\d:?\d\d)?)?$/,
  ),
  fc.constantFrom('2026', '2026-W05', '2026-01-01T24:00', '2026-01-01T00:00:00+24:00', 'now', ''),
);
const json = fc.jsonValue({ maxDepth: 2 });
const objects = fc.record(
  {
    url: fc.oneof(texts(10), fc.webUrl(), json),
    id: fc.oneof(texts(256), json),
    source: fc.oneof(texts(256), json),
    submittedAt: fc.oneof(dates, json),
    extra: json,
  },
  { requiredKeys: [] },
);

describe('readSubmittedObject', () => {
  it("agrees with the contract's class", () => {
    fc.assert(
      fc.property(objects, (raw) => {
        const checked = validate(UrlSubmitted, raw);
        const found = readSubmittedObject(raw);
        expect(found.kind).toBe(checked.ok ? 'submission' : 'refusal');
        if (!checked.ok || found.kind === 'refusal') return;
        const { url, id, submittedAt } = checked.value;
        expect(found).toEqual({
          kind: 'submission',
          url,
          id: id ?? undefined,
          submittedAt: submittedAt ?? undefined,
        });
      }),
      { numRuns: 3_000 },
    );
  });
});
