import { describe, expect, it } from 'vitest';
import { murmur2, partitionOfKey } from './murmur2.js';

describe('murmur2', () => {
  // From Apache Kafka's UtilsTest.testMurmur2.
  it.each([
    ['21', -973_932_308],
    ['foobar', -790_332_482],
    ['a-little-bit-long-string', -985_981_536],
    ['a-little-bit-longer-string', -1_486_304_829],
    ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58_897_971],
    ['abc', 479_470_107],
  ])('hashes %s as the Java client does', (text, hash) => {
    expect(murmur2(Buffer.from(text))).toBe(hash);
  });

  it('gives every key a partition there is', () => {
    for (let index = 0; index < 1_000; index += 1) {
      const partition = partitionOfKey(Buffer.from(`key-${index}`), 7);
      expect(partition).toBeGreaterThanOrEqual(0);
      expect(partition).toBeLessThan(7);
    }
    expect(partitionOfKey(Buffer.alloc(0), 3)).toBeLessThan(3);
  });
});
