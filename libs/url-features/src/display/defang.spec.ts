import { expect, it } from 'vitest';
import { defang } from './defang.js';

it.each([
  ['http://evil.example', 'hxxp://evil[.]example'],
  ['HTTPS://a.b/c.php?u=http://d.e', 'hxxpS://a[.]b/c[.]php?u=hxxp://d[.]e'],
  ['evil.example/x', 'evil[.]example/x'],
])('defangs %s', (url, expected) => {
  expect(defang(url)).toBe(expected);
});
