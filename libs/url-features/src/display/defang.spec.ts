import fc from 'fast-check';
import { expect, it } from 'vitest';
import { defang } from './defang.js';

it.each([
  ['http://evil.example', 'hxxp://evil[.]example'],
  ['HTTPS://a.b/c.php?u=http://d.e', 'hxxpS://a[.]b/c[.]php?u=hxxp://d[.]e'],
  ['evil.example/x', 'evil[.]example/x'],
  ['hxxp://evil[.]example/x', 'hxxp://evil[.]example/x'],
  ['http://1.2.3.4/a..b', 'hxxp://1[.]2[.]3[.]4/a[.][.]b'],
])('defangs %s', (url, expected) => {
  expect(defang(url)).toBe(expected);
});

it('leaves no link, and stays as it is when done twice', () => {
  const piece = fc.constantFrom('.', '[', ']', 'http', 'HTTPS', '://', 'a', '/', '?u=');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const once = defang(pieces.join(''));
      expect(once).not.toMatch(/http|[^[]\.|\.[^\]]/i);
      expect(defang(once)).toBe(once);
    }),
  );
});
