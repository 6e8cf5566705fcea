import type { Key } from './keys.js';

/** `revoked` and `run out`: it opens nothing any more. */
export type KeyState = 'in force' | 'revoked' | 'run out';

export function keyState(
  { revokedAt, expiresAt }: Pick<Key, 'revokedAt' | 'expiresAt'>,
  now = Date.now(),
): KeyState {
  if (revokedAt !== undefined) return 'revoked';
  return expiresAt !== undefined && Date.parse(String(expiresAt)) <= now ? 'run out' : 'in force';
}

/** Whether no other of the keys could make keys: without it only the command line does. */
export function isLastAdmin(key: Key, keys: readonly Key[], now = Date.now()): boolean {
  const isAdmin = (each: Key): boolean => each.scopes.includes('admin') && keyState(each, now) === 'in force';
  return isAdmin(key) && !keys.some((each) => each.id !== key.id && isAdmin(each));
}
