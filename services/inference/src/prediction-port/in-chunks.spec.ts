import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { inChunks } from './in-chunks.js';

describe('inChunks', () => {
  it('gives every result in order, from chunks of at most a thousand', async () => {
    const items = Array.from({ length: 2_345 }, (_, index) => index);
    const sizes: number[] = [];
    const results = await inChunks(items, (chunk) => {
      sizes.push(chunk.length);
      return chunk.map((each) => each * 2);
    });
    expect(results).toEqual(items.map((each) => each * 2));
    expect(sizes).toEqual([1_000, 1_000, 345]);
  });

  it('lets others run between two chunks', async () => {
    const seen: string[] = [];
    const work = inChunks(new Array(2_000).fill(0), (chunk) => {
      seen.push('chunk');
      return chunk;
    });
    await setImmediate();
    seen.push('other');
    await work;
    expect(seen.indexOf('other')).toBeGreaterThan(0);
    expect(seen.filter((each) => each === 'chunk')).toHaveLength(2);
  });
});
