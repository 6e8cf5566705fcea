import { describe, expect, it } from 'vitest';
import { defanged, printable } from './printable.js';

describe('defanged', () => {
  it.each([
    ['http://evil.example/a.php?x=1.2', 'hxxp://evil[.]example/a.php?x=1.2'],
    ['HTTPS://Evil.Example', 'hxxpS://Evil[.]Example'],
    ['evil.example/login.php', 'evil[.]example/login.php'],
    ['http://a.example/?next=http://b.example/', 'hxxp://a[.]example/?next=hxxp://b[.]example/'],
    ['http://user@127.0.0.1.evil.example/', 'hxxp://user@127[.]0[.]0[.]1[.]evil[.]example/'],
    ['http://evil.example:8080/', 'hxxp://evil[.]example:8080/'],
  ])('shows %s as %s', (url, shown) => {
    expect(defanged(url)).toBe(shown);
  });

  it('shows what would move the cursor, colour the terminal or turn the writing round', () => {
    expect(defanged('a.example/\u001b[2J\r\u202egpj')).toBe('a[.]example/\\u001b[2J\\u000d\\u202egpj');
  });
});

describe('printable', () => {
  it('takes the life from links within a text, and leaves names as they are', () => {
    expect(printable('`paypal` is at http://evil.example/x, not paypal.com')).toBe(
      '`paypal` is at hxxp://evil[.]example/x, not paypal.com',
    );
  });

  it('leaves this machine and its network as they are', () => {
    expect(printable('no answer from http://127.0.0.1:8080 or http://gateway:8080/')).toBe(
      'no answer from http://127.0.0.1:8080 or http://gateway:8080/',
    );
  });
});
