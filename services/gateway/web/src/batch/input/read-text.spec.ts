import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readText } from './read-text.js';

const read = (bytes: Uint8Array<ArrayBuffer> | string) => readText(new Blob([bytes]));

describe('readText', () => {
  it('reads UTF-8, gzipped or not, and UTF-16 that says so', async () => {
    expect(await read('url\nhttp://é.example/\n')).toBe('url\nhttp://é.example/\n');
    expect(await read(new Uint8Array(gzipSync('http://a.example/\n')))).toBe('http://a.example/\n');
    const utf16 = new Uint8Array(Buffer.from('\ufeffurl\n', 'utf16le'));
    expect(await read(utf16)).toBe('url\n');
  });

  it.each([
    ['an Excel workbook', new Uint8Array([0x50, 0x4b, 3, 4]), /Excel/],
    ['Latin-1', new Uint8Array([0x75, 0xe9, 0x0a]), /not UTF-8/],
    ['binary data', new Uint8Array([0x61, 0, 0x62]), /binary/],
    ['a damaged archive', new Uint8Array([0x1f, 0x8b, 1, 2, 3]), /damaged/],
    ['nothing', new Uint8Array(), /empty/],
    ['blank lines', ' \n\n', /empty/],
  ])('says what is wrong with %s', async (_name, bytes, message) => {
    await expect(read(bytes)).rejects.toThrow(message);
  });

  it('stops a small archive that unpacks to more than there is room for', async () => {
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(140 * 1_048_576)));
    expect(bomb.length).toBeLessThan(200_000);
    await expect(read(bomb)).rejects.toThrow(/more than 128 MB/);
  });
});
