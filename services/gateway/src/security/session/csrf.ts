import { createHmac, timingSafeEqual } from 'node:crypto';

/** A token that only who knows the session can make, and that does not tell the session's id: HMAC-SHA-256 under it. */
export function csrfTokenOf(sessionId: string): string {
  return createHmac('sha256', sessionId).update('weir csrf').digest('base64url');
}

/** Compared in a time that does not depend on what they have in common. */
export function isCsrfTokenOf(sessionId: string, token: unknown): boolean {
  if (typeof token !== 'string') return false;
  const expected = Buffer.from(csrfTokenOf(sessionId));
  const given = Buffer.from(token);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
