import { describe, expect, it } from 'vitest';
import { backoffDelay, endsWithin, pause } from './backoff.js';

describe('backoffDelay', () => {
  const backoff = { initialMs: 100, maxMs: 30_000 };

  it('doubles up to the bound', () => {
    const middle = (attempt: number) => backoffDelay(backoff, attempt, () => 0.5);
    expect([1, 2, 3, 9, 10, 1_000].map(middle)).toEqual([100, 200, 400, 25_600, 30_000, 30_000]);
  });

  it('varies by a fifth, never over the bound', () => {
    expect([backoffDelay(backoff, 1, () => 0), backoffDelay(backoff, 1, () => 1)]).toEqual([80, 120]);
    expect(backoffDelay(backoff, 20, () => 1)).toBe(30_000);
  });
});

it('a pause ends when its signal is aborted', async () => {
  const abort = new AbortController();
  const waiting = pause(1e9, abort.signal);
  abort.abort();
  await expect(waiting).resolves.toBeUndefined();
  await expect(pause(1e9, abort.signal)).resolves.toBeUndefined();
});

it('endsWithin tells work that ended, either way, from work that goes on', async () => {
  await expect(endsWithin(60_000, Promise.resolve())).resolves.toBe(true);
  await expect(endsWithin(60_000, Promise.reject(new Error('x')))).resolves.toBe(true);
  await expect(endsWithin(1, new Promise(() => {}))).resolves.toBe(false);
});
