import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VarintReader, varintSize, writeVarint } from './varint.js';

const VALUES = [
  0,
  -1,
  1,
  63,
  -64,
  64,
  -65,
  8_191,
  8_192,
  1_048_575,
  1_048_576,
  134_217_728,
  2 ** 31 - 1,
  -(2 ** 31),
];

describe('varints', () => {
  it.each(VALUES)('reads %d as it was written, in the size foretold', (value) => {
    const buffer = Buffer.alloc(8);
    const end = writeVarint(buffer, 1, value);
    const reader = new VarintReader(buffer);
    reader.at = 1;
    expect([end - 1, reader.signed(), reader.at]).toEqual([varintSize(value), value, end]);
  });

  it('reads any number of 32 bits as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), (value) => {
        const buffer = Buffer.alloc(5);
        const end = writeVarint(buffer, 0, value);
        expect([new VarintReader(buffer).signed(), end]).toEqual([value, varintSize(value)]);
      }),
    );
  });

  it("writes zigzag as Kafka's protocol has it", () => {
    const bytes = [0, -1, 1, -64, 64, 300].map((value) => {
      const buffer = Buffer.alloc(5);
      return buffer.subarray(0, writeVarint(buffer, 0, value)).toString('hex');
    });
    expect(bytes).toEqual(['00', '01', '02', '7f', '8001', 'd804']);
  });

  it('reads numbers beyond 32 bits, as timestamps a month apart are', () => {
    const zigzag = (value: bigint) => {
      const bytes: number[] = [];
      let left = value < 0n ? -value * 2n - 1n : value * 2n;
      for (; left >= 0x80n; left >>= 7n) bytes.push(Number(left & 0x7fn) | 0x80);
      return Buffer.from([...bytes, Number(left)]);
    };
    for (const value of [2_678_400_000, -2_678_400_000, 2 ** 40, 1 - 2 ** 45])
      expect(new VarintReader(zigzag(BigInt(value))).signed()).toBe(value);
  });

  it('does not read on behind the data', () => {
    expect(() => new VarintReader(Buffer.from([0x80, 0x80])).unsigned()).toThrow(RangeError);
  });
});
