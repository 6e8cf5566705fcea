import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencePieces, shownMessage, shownUrl } from './url-text.js';

describe('shownUrl', () => {
  it('shows no URL as a program would make a link of it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string()), (url) => {
        expect(shownUrl(url)).not.toMatch(/https?:/i);
      }),
    );
  });

  it('shows what would turn the reading direction', () => {
    expect(shownUrl('http://a.example/\u202egpj.exe')).toBe('hxxp://a[.]example/%E2%80%AEgpj[.]exe');
  });
});

it('defangs hosts in a sentence, and leaves paths and markup as the text they are', () => {
  expect(
    sentencePieces('`paypal` is there, the site is `evil.example`; `/login.php` is <b>usual</b>'),
  ).toEqual([
    { text: '', isCode: false },
    { text: 'paypal', isCode: true },
    { text: ' is there, the site is ', isCode: false },
    { text: 'evil[.]example', isCode: true },
    { text: '; ', isCode: false },
    { text: '/login.php', isCode: true },
    { text: ' is <b>usual</b>', isCode: false },
  ]);
});

it('defangs URLs that a message quotes', () => {
  expect(shownMessage('row 3: "http://evil.example/a" is odd. Mend it.')).toBe(
    'row 3: "hxxp://evil[.]example/a" is odd. Mend it.',
  );
});
