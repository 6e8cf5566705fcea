import { expect, it } from 'vitest';
import { murmur2, partitionOf } from './murmur2.js';

/** From `UtilsTest.testMurmur2` of apache/kafka. */
it.each([
  ['21', -973_932_308],
  ['foobar', -790_332_482],
  ['a-little-bit-long-string', -985_981_536],
  ['a-little-bit-longer-string', -1_486_304_829],
  ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58_897_971],
  ['abc', 479_470_107],
])('hashes %s as Kafka does', (key, hash) => {
  expect(murmur2(Buffer.from(key))).toBe(hash);
});

it('gives partitions within bounds, the same for the same key', () => {
  for (let index = 0; index < 500; index += 1) {
    const key = Buffer.from(`host${index}.example`);
    const partition = partitionOf(key, 12);
    expect(partition).toBe(partitionOf(key, 12));
    expect(partition >= 0 && partition < 12).toBe(true);
  }
});
