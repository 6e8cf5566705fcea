import { defang } from '@weir/url-features/display';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_PASTED, pastedUrls, refang } from './pasted-urls.js';

describe('pastedUrls', () => {
  it('takes one URL', () => {
    expect(pastedUrls('  http://a.example/login ')).toEqual({
      urls: ['http://a.example/login'],
      repeated: 0,
      over: 0,
    });
  });

  it('takes a URL a line, each once, whatever the line ends are', () => {
    const { urls, repeated } = pastedUrls(
      'http://a.example/\r\n\n\thttps://b.example/?q=1,2\rhttp://a.example/\n',
    );
    expect(urls).toEqual(['http://a.example/', 'https://b.example/?q=1,2']);
    expect(repeated).toBe(1);
  });

  it.each([
    ['<http://a.example/>', 'http://a.example/'],
    ['"http://a.example/",', 'http://a.example/'],
    ['- a.example/x', 'a.example/x'],
    ['12. http://a.example/', 'http://a.example/'],
    ['http://a.example/(x', 'http://a.example/(x'],
    ['192.0.2.7/login', '192.0.2.7/login'],
  ])('unwraps %s', (line, url) => {
    expect(pastedUrls(line).urls).toEqual([url]);
  });

  it('holds no more than it can show, and says how many it left', () => {
    const text = Array.from({ length: MOST_PASTED + 7 }, (_, index) => `http://a${index}.example/`).join(
      '\n',
    );
    const { urls, over } = pastedUrls(text);
    expect([urls.length, over]).toEqual([MOST_PASTED, 7]);
  });

  it('finds nothing in nothing', () => {
    expect(pastedUrls(' \n\t\n').urls).toEqual([]);
  });
});

describe('refang', () => {
  it.each([
    ['hxxps://evil[.]example/a[.]php', 'https://evil.example/a.php'],
    ['hxxp[:]//evil(dot)example', 'http://evil.example'],
    ['http://[2001:db8::1]/', 'http://[2001:db8::1]/'],
  ])('reads %s', (text, url) => {
    expect(refang(text)).toBe(url);
  });

  it('undoes what the page itself does to URLs', () => {
    fc.assert(
      fc.property(
        fc.webUrl().filter((url) => !/http/i.test(url.slice(4))),
        (url) => {
          expect(refang(defang(url))).toBe(url);
        },
      ),
    );
  });
});
