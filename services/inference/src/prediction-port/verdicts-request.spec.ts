import { isWeirError } from '@weir/platform';
import { describe, expect, it } from 'vitest';
import { readVerdictsRequest } from './verdicts-request.js';

describe('readVerdictsRequest', () => {
  it('gives reasons where nothing is said of them', () => {
    expect(readVerdictsRequest({ urls: ['a'] })).toEqual({ urls: ['a'], reasons: true });
    expect(readVerdictsRequest({ urls: [], reasons: false })).toEqual({ urls: [], reasons: false });
  });

  it.each([
    [null, []],
    ['a.example', []],
    [{}, ['urls']],
    [{ urls: 'a.example' }, ['urls']],
    [{ urls: ['a', 1, null] }, ['urls.1', 'urls.2']],
    [{ urls: ['a'], reasons: 'yes' }, ['reasons']],
  ])('refuses %j', (body, paths) => {
    let thrown: unknown;
    try {
      readVerdictsRequest(body);
    } catch (error) {
      thrown = error;
    }
    expect(isWeirError(thrown, 'WEIR_REQUEST_INVALID')).toBe(true);
    if (!isWeirError(thrown)) return;
    expect((thrown.context.errors as { path: string }[]).map(({ path }) => path)).toEqual(paths);
  });
});
