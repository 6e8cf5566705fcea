import { describe, expect, it } from 'vitest';
import { credentialOf } from './credential.js';
import { csrfTokenOf, isCsrfTokenOf } from './session/csrf.js';
import { sessionCookie, sessionIdOf } from './session/session-cookie.js';

const KEY = `weir_${'a'.repeat(20)}_${'B'.repeat(43)}`;
const ID = 'c'.repeat(43);

describe('credentialOf', () => {
  it.each([
    [{}, { kind: 'none' }],
    [{ authorization: `Bearer ${KEY}` }, { kind: 'key', key: KEY }],
    [{ authorization: `bearer  ${KEY}` }, { kind: 'key', key: KEY }],
    [{ 'x-api-key': KEY }, { kind: 'key', key: KEY }],
    [{ cookie: `theme=dark; weir_session=${ID}; a=b` }, { kind: 'session', id: ID }],
    [
      { cookie: `weir_session=${ID}`, 'x-api-key': KEY },
      { kind: 'key', key: KEY },
    ],
    [{ cookie: 'weir_session=short' }, { kind: 'none' }],
    [{ cookie: `not_weir_session=${ID}` }, { kind: 'none' }],
  ])('%o', (headers, expected) => {
    expect(credentialOf({ headers })).toEqual(expected);
  });

  it.each([
    { authorization: 'Basic YTpi' },
    { authorization: 'Bearer' },
    { authorization: '' },
    { authorization: `Bearer ${KEY}, Bearer ${KEY}` },
    { authorization: KEY },
    { authorization: `Bearer ${KEY}`, 'x-api-key': KEY },
    { 'x-api-key': [KEY, KEY] },
  ])('is malformed: %o', (headers) => {
    expect(credentialOf({ headers } as never)).toMatchObject({ kind: 'malformed' });
  });
});

describe('the session cookie', () => {
  it('is read by no script, sent by no other site, and over TLS only where it came over TLS', () => {
    expect(sessionCookie(ID, { seconds: 60, isSecure: false })).toBe(
      `weir_session=${ID}; Path=/; Max-Age=60; HttpOnly; SameSite=Strict`,
    );
    expect(sessionCookie(ID, { seconds: 60, isSecure: true })).toMatch(/; Secure$/);
    expect(sessionIdOf(sessionCookie(ID, { seconds: 60, isSecure: true }))).toBe(ID);
  });
});

describe('a CSRF token', () => {
  it("is one session's, and does not tell which", () => {
    const token = csrfTokenOf(ID);
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(isCsrfTokenOf(ID, token)).toBe(true);
    for (const other of [csrfTokenOf('d'.repeat(43)), '', token.slice(1), `${token}A`, undefined, [token]])
      expect(isCsrfTokenOf(ID, other)).toBe(false);
  });
});
