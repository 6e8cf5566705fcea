import { WeirApiError, WeirConnectionError } from '@weir/client';
import { describe, expect, it } from 'vitest';
import { passes, tell } from './problem.js';
import { mayRetry, retryDelay } from './queries.js';

const problem = (status: number, body: object, headers: Record<string, string> = {}) =>
  new WeirApiError(new Response(null, { status, headers }), body);

describe('tell', () => {
  it('says what is wrong with each field, and where to look it up', () => {
    const errors = [{ path: 'expiresAt', code: 'min', message: 'expiresAt must be a time to come' }];
    const body = { code: 'WEIR_REQUEST_INVALID', detail: 'Mend the fields named.', errors };
    expect(tell(problem(400, body, { 'x-request-id': 'r-1' }))).toEqual({
      title: 'Weir could not use that',
      detail: 'Mend the fields named.',
      points: ['expiresAt must be a time to come'],
      passes: false,
      code: 'WEIR_REQUEST_INVALID',
      requestId: 'r-1',
    });
  });

  it('defangs what a problem quotes', () => {
    expect(tell(problem(400, { detail: '"http://evil.example/" is no host' })).detail).toBe(
      '"hxxp://evil[.]example/" is no host',
    );
  });

  it.each([
    [problem(503, { code: 'WEIR_INFERENCE_UNAVAILABLE' }), 'Weir’s classifier is away'],
    [problem(503, { code: 'WEIR_MODEL_MISSING' }), 'There is no model yet'],
    [problem(403, {}), 'Your key does not allow that'],
    [problem(500, {}), 'Weir failed'],
    [new WeirConnectionError('http://a.example/', new Error('x')), 'Weir cannot be reached'],
    [new Error('odd'), 'Something went wrong'],
  ])('names %s', (error, title) => {
    expect(tell(error).title).toBe(title);
  });
});

describe('trying again', () => {
  it.each([
    [429, true],
    [503, true],
    [400, false],
    [403, false],
    [500, false],
  ])('after %d: %s', (status, again) => {
    expect(passes(problem(status, {}))).toBe(again);
    expect(mayRetry(0, problem(status, {}))).toBe(again);
  });

  it('gives up in the end, and waits as asked, but not for ever', () => {
    expect(mayRetry(5, problem(503, {}))).toBe(false);
    expect(retryDelay(0, problem(503, {}, { 'retry-after': '3' }))).toBe(3_000);
    expect(retryDelay(0, problem(429, {}, { 'retry-after': '600' }))).toBe(15_000);
    expect([0, 1, 2].map((failures) => retryDelay(failures, problem(503, {})))).toEqual([
      1_000, 2_000, 4_000,
    ]);
  });
});
