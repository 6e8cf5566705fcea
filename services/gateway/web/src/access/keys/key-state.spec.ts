import { describe, expect, it } from 'vitest';
import { isLastAdmin, keyState } from './key-state.js';
import type { Key } from './keys.js';

const NOW = Date.parse('2026-03-01T12:00:00Z');

describe('the state of a key', () => {
  it.each([
    [{}, 'in force'],
    [{ expiresAt: '2026-03-01T12:00:01Z' }, 'in force'],
    [{ expiresAt: '2026-03-01T12:00:00Z' }, 'run out'],
    [{ revokedAt: '2026-02-01T00:00:00Z' }, 'revoked'],
    [{ revokedAt: '2026-02-01T00:00:00Z', expiresAt: '2026-02-02T00:00:00Z' }, 'revoked'],
  ])('of %o is %s', (key, state) => {
    expect(keyState(key, NOW)).toBe(state);
  });
});

describe('the last key that may make keys', () => {
  const key = (id: string, scopes: Key['scopes'], more: Partial<Key> = {}): Key => ({
    id,
    name: id,
    scopes,
    createdAt: '2026-01-01T00:00:00Z',
    createdBy: 'gateway',
    ...more,
  });
  const ann = key('ann', ['admin']);

  it('is the one beside which none is in force with admin', () => {
    const others = [
      key('bob', ['read']),
      key('old', ['admin'], { revokedAt: '2026-02-01T00:00:00Z' }),
      key('gone', ['admin'], { expiresAt: '2026-02-01T00:00:00Z' }),
    ];
    expect(isLastAdmin(ann, [ann, ...others], NOW)).toBe(true);
    expect(isLastAdmin(ann, [ann, key('eve', ['read', 'admin']), ...others], NOW)).toBe(false);
  });

  it('is none that may not make keys', () => {
    const bob = key('bob', ['read']);
    expect(isLastAdmin(bob, [bob], NOW)).toBe(false);
  });
});
