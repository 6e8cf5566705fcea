import { describe, expect, it } from 'vitest';
import { backoffMs, pause, retryAfterMs } from './backoff.js';

describe('backoffMs', () => {
  it('doubles, between half and the whole of its ceiling, up to the bound', () => {
    expect([0, 1, 2, 9].map((attempt) => backoffMs(attempt, 200, 1_000, () => 0))).toEqual([
      100, 200, 400, 500,
    ]);
    expect([0, 1, 2, 9].map((attempt) => backoffMs(attempt, 200, 1_000, () => 1))).toEqual([
      200, 400, 800, 1_000,
    ]);
  });
});

describe('retryAfterMs', () => {
  it('reads seconds and dates, and nothing else', () => {
    const now = Date.parse('2026-01-01T00:00:00Z');
    const of = (value?: string) =>
      retryAfterMs(new Headers(value === undefined ? {} : { 'retry-after': value }), now);
    expect(of('3')).toBe(3_000);
    expect(of('Thu, 01 Jan 2026 00:00:05 GMT')).toBe(5_000);
    expect(of('Wed, 31 Dec 2025 00:00:00 GMT')).toBe(0);
    expect(of('soon')).toBeUndefined();
    expect(of()).toBeUndefined();
  });
});

describe('pause', () => {
  it('ends at once, with the reason, when its signal aborts', async () => {
    const abort = new AbortController();
    const waiting = pause(1_000_000, abort.signal);
    abort.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    await expect(pause(0, abort.signal)).rejects.toThrow('enough');
  });
});
