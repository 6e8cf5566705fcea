import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { decompressed } from './decompression.js';

const GZIP = 1;

it('reads what is no larger than batches are', () => {
  const records = Buffer.alloc(2_000_000, 'abc');
  expect(decompressed(gzipSync(records), GZIP)).toEqual(records);
});

it('refuses a small batch that unpacks into more than a process can hold', () => {
  const bomb = gzipSync(Buffer.alloc(65 * 1024 * 1024));
  expect(bomb.length).toBeLessThan(100_000);
  expect(() => decompressed(bomb, GZIP)).toThrow(/Cannot create a Buffer larger/);
});

it('says which compression it does not know', () => {
  expect(() => decompressed(Buffer.alloc(1), 5)).toThrow(/not known: 5/);
});
