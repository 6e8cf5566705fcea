import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsAddress, isEncodedAddress } from './mail-address.js';
import { measureTokens, newTokenStatistics } from './token-statistics.js';

const base64 = (text: string) => Buffer.from(text).toString('base64').replaceAll('=', '');

describe('holdsAddress', () => {
  it.each(['/?e=john.doe@mail.example.com', '#a@b.co', '/x%40firm.example', '?a=@&b=me%40sub-1.firm.de'])(
    'finds one in %s',
    (text) => {
      expect(holdsAddress(text)).toBe(true);
    },
  );

  it.each(['', '/@user', '/@user.name', '/pkg@1.2.3/a.js', '/a@b', '/a@/b.com', '/a@.com', 'x%4', '@a.com'])(
    'finds none in %s',
    (text) => {
      expect(holdsAddress(text)).toBe(false);
    },
  );
});

describe('isEncodedAddress', () => {
  it('finds the base64 of any plain address', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        fc.pre(/^[a-z0-9.+_-]+@[a-z0-9.-]+$/i.test(address));
        const encoded = base64(address);
        fc.pre(/^[a-z0-9]+$/i.test(encoded));
        expect(isEncodedAddress(encoded, 0, encoded.length)).toBe(true);
      }),
    );
  });

  it.each(['john.doe', 'a@b', '@b.example', 'a@@b.example', 'a b@c.example', 'a@b.c', 'a@.cc'])(
    'does not take the base64 of %s for one',
    (text) => {
      const encoded = base64(text);
      expect(isEncodedAddress(encoded, 0, encoded.length)).toBe(false);
    },
  );
});

describe('measureTokens', () => {
  const measure = (text: string) => ({ ...measureTokens(text, newTokenStatistics()) });
  const NONE = { mixedCodes: 0, hexCodes: 0, uuids: 0, codeCharacters: 0, encodedAddresses: 0 };

  it.each<[string, Partial<typeof NONE>]>([
    ['/6fea9ad89b0ba5ba790fd5a52b372adb3b658ffb', { hexCodes: 1, codeCharacters: 40 }],
    ['?id=2f1acc6c-5f54-4c8c-8a2d-d0d5f4a43b0f', { uuids: 1, codeCharacters: 36 }],
    ['/a1B2c3D4e5F6', { mixedCodes: 1, codeCharacters: 12 }],
    ['/how-to-verify-2020-accounts/InternationalBusinessNews', {}],
    ['/12345678901234567890', {}],
    ['/deadbeefdeadbeefdeadbeef', {}],
    ['/2f1acc6c-5f54-4c8c-8a2d', {}],
    ['/2f1acc6c-2f1acc6c-5f54-4c8c-8a2d-d0d5f4a43b0f', { uuids: 1, codeCharacters: 36 }],
    ['/2f1acc6c/5f54/4c8c/8a2d/d0d5f4a43b0f', { mixedCodes: 1, codeCharacters: 12 }],
    [`#${base64('someone@firm.example')}`, { encodedAddresses: 1, mixedCodes: 1, codeCharacters: 27 }],
    ['', {}],
  ])('of %s', (text, found) => {
    expect(measure(text)).toEqual({ ...NONE, ...found });
  });

  it('does not depend on the text before', () => {
    measure('/2f1acc6c-5f54-4c8c-8a2d-');
    expect(measure('d0d5f4a43b0f')).toEqual(measure('d0d5f4a43b0f'));
    expect(measure('d0d5f4a43b0f').uuids).toBe(0);
  });
});
