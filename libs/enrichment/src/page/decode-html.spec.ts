import { describe, expect, it } from 'vitest';
import { decodeHtml } from './decode-html.js';

describe('decodeHtml', () => {
  it.each([
    ['UTF-8 where nothing is said', [0xc3, 0xa9], undefined, 'é'],
    ['the charset of the server', [0xe9], 'iso-8859-1', 'é'],
    ['a byte order mark before the charset', [0xff, 0xfe, 0x41, 0x00], 'utf-8', 'A'],
    ['UTF-8 where the charset is unknown', [0xc3, 0xa9], 'klingon', 'é'],
    ['bytes that are no text', [0xff, 0x41], undefined, '\ufffdA'],
  ])('reads %s', (_name, bytes, charset, expected) => {
    expect(decodeHtml(Uint8Array.from(bytes), charset)).toBe(expected);
  });
});
