import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Cursor } from './cursor.js';
import { sizeOfVarint, writeVarint } from './varint.js';

const BYTES = 8;

it('writes what it reads, in the bytes it says', () => {
  fc.assert(
    fc.property(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), (value) => {
      const bytes = Buffer.alloc(BYTES);
      const end = writeVarint(bytes, value, 1);
      const cursor = new Cursor(bytes);
      cursor.at = 1;
      expect([cursor.varint(), cursor.at, end]).toEqual([value, end, 1 + sizeOfVarint(value)]);
    }),
  );
});

it.each([
  [0, '00'],
  [-1, '01'],
  [1, '02'],
  [63, '7e'],
  [64, '8001'],
  [-65, '8101'],
  [300, 'd804'],
])('writes %i as the specification has it: %s', (value, hex) => {
  const bytes = Buffer.alloc(BYTES);
  expect(bytes.subarray(0, writeVarint(bytes, value, 0)).toString('hex')).toBe(hex);
});

it('reads long numbers of up to 53 bits', () => {
  const written = (value: bigint) => {
    let rest = value >= 0n ? value << 1n : (-value << 1n) - 1n;
    const bytes: number[] = [];
    for (; rest >= 0x80n; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
    return Buffer.from([...bytes, Number(rest)]);
  };
  for (const value of [0n, 1n, -1n, 1_800_000_000_000n, -1_800_000_000_000n, 2n ** 51n, -(2n ** 51n)])
    expect(new Cursor(written(value)).varlong()).toBe(Number(value));
});
