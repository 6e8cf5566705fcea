import { describe, expect, it } from 'vitest';
import { detailText } from './audit.js';

describe('what an audit entry says beside its subject', () => {
  it.each([
    [undefined, ''],
    [{}, ''],
    [{ version: 2, reason: 'tried on the page' }, 'version 2, reason tried on the page'],
    [{ name: 'ann', scopes: ['predict', 'read'] }, 'name ann, scopes predict and read'],
    [{ reason: 'see http://evil.example/x now' }, 'reason see hxxp://evil[.]example/x now'],
    [{ expiresAt: null, isCanary: true, from: { a: 1 } }, 'isCanary true, from {"a":1}'],
  ])('of %o is %s', (detail, text) => {
    expect(detailText(detail as Parameters<typeof detailText>[0])).toBe(text);
  });
});
