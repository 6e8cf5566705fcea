import { type TokenGrant, WeirError } from '@weir/platform';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SharedTokens } from './shared-tokens.js';

const REQUEST = { capacity: 2, refillPerSecond: 0.001, tokens: 1 };
const GRANT: TokenGrant = { allowed: true, taken: 1, remaining: 7, retryAfterMs: 0 };
const away = () => new WeirError('WEIR_CACHE_UNAVAILABLE', 'refused');

const cache = { takeTokens: vi.fn(), check: vi.fn() };
const logger = { info: vi.fn(), warn: vi.fn() };
const onAway = vi.fn();
const opened: SharedTokens[] = [];

function open(fallback: 'local' | 'allow' | 'refuse'): SharedTokens {
  const tokens = new SharedTokens({ cache, fallback, logger, onAway });
  opened.push(tokens);
  return tokens;
}

beforeEach(() => {
  vi.resetAllMocks();
  vi.useFakeTimers();
});
afterEach(() => {
  for (const tokens of opened.splice(0)) tokens.close();
  vi.useRealTimers();
});

describe('while the cache is away', () => {
  it.each([
    ['local', [true, true, false]],
    ['allow', [true, true, true]],
  ] as const)('"%s" answers %j', async (fallback, expected) => {
    cache.takeTokens.mockRejectedValue(away());
    const tokens = open(fallback);
    const allowed: boolean[] = [];
    for (let request = 0; request < 3; request++)
      allowed.push((await tokens.takeTokens('k', REQUEST)).allowed);
    expect(allowed).toEqual(expected);
  });

  it('"refuse" refuses', async () => {
    cache.takeTokens.mockRejectedValue(away());
    const tokens = open('refuse');
    for (let request = 0; request < 2; request++)
      await expect(tokens.takeTokens('k', REQUEST)).rejects.toMatchObject({ code: 'WEIR_CACHE_UNAVAILABLE' });
  });

  it('asks it once, not for each request, and says so once', async () => {
    cache.takeTokens.mockRejectedValue(away());
    const tokens = open('local');
    for (let request = 0; request < 50; request++) await tokens.takeTokens('k', REQUEST);
    expect(cache.takeTokens).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(onAway.mock.calls).toEqual([[true]]);
  });

  it('waits no longer than a quarter of a second for one that hangs', async () => {
    cache.takeTokens.mockReturnValue(new Promise(() => undefined));
    const tokens = open('allow');
    const grant = tokens.takeTokens('k', REQUEST);
    await vi.advanceTimersByTimeAsync(250);
    expect((await grant).allowed).toBe(true);
    expect((await tokens.takeTokens('k', REQUEST)).allowed).toBe(true);
  });

  it('looks for it in the background, and shares again once it is back', async () => {
    cache.takeTokens.mockRejectedValueOnce(away()).mockResolvedValue(GRANT);
    cache.check.mockRejectedValueOnce(away()).mockResolvedValue(undefined);
    const tokens = open('local');
    await tokens.takeTokens('k', REQUEST);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await tokens.takeTokens('k', REQUEST)).not.toEqual(GRANT);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await tokens.takeTokens('k', REQUEST)).toEqual(GRANT);
    expect(cache.check).toHaveBeenCalledTimes(2);
    expect(logger.info).toHaveBeenCalledTimes(1);
    expect(onAway.mock.calls).toEqual([[true], [false]]);
  });
});

it('takes no fault of its own for an absence', async () => {
  cache.takeTokens.mockRejectedValue(new TypeError('a bug'));
  await expect(open('allow').takeTokens('k', REQUEST)).rejects.toThrow('a bug');
});
