import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { inPlaces, unlessAborted } from './in-places.js';
import { streamPlaces } from './stream-places.js';

const items = Array.from({ length: 20 }, (_, id) => ({ id }));

describe('inPlaces', () => {
  it.each([1, 3, 20, 50])(
    'does each item once, in order, with %i places and no more at a time',
    async (places) => {
      const done: number[] = [];
      let open = 0;
      let most = 0;
      await inPlaces(items, places, async ({ id }) => {
        done.push(id);
        open += 1;
        most = Math.max(most, open);
        await turn();
        open -= 1;
      });
      expect(done).toEqual(items.map(({ id }) => id));
      expect(most).toBe(Math.min(places, items.length));
    },
  );

  it('begins nothing more once one has failed', async () => {
    const begun: number[] = [];
    const work = inPlaces(items, 2, async ({ id }) => {
      begun.push(id);
      await turn();
      if (id === 3) throw new Error('away');
    });
    await expect(work).rejects.toThrow('away');
    await turn();
    await turn();
    expect(begun.length).toBeLessThanOrEqual(5);
    expect(begun).toContain(3);
  });

  it('has nothing to do with nothing', async () => {
    await expect(inPlaces([], 4, () => Promise.reject(new Error('none')))).resolves.toBeUndefined();
  });
});

describe('unlessAborted', () => {
  const never = new Promise<never>(() => undefined);

  it('is what the work is, and stops with its reason where it is aborted', async () => {
    const abort = new AbortController();
    await expect(unlessAborted(Promise.resolve(7), abort.signal)).resolves.toBe(7);
    await expect(unlessAborted(Promise.reject(new Error('own')), abort.signal)).rejects.toThrow('own');
    const waiting = unlessAborted(never, abort.signal);
    abort.abort(new Error('taken away'));
    await expect(waiting).rejects.toThrow('taken away');
    await expect(unlessAborted(never, abort.signal)).rejects.toThrow('taken away');
  });
});

describe('streamPlaces', () => {
  it.each([
    [1, 1, 1],
    [2, 1, 1],
    [5, 2, 1],
    [16, 4, 2],
    [256, 4, 32],
  ])('of %i, has %i partitions with %i visits each: half, and at least one', (all, partitions, visits) => {
    expect(streamPlaces(all)).toEqual({ partitions, visits });
    expect(partitions * visits).toBeLessThanOrEqual(Math.max(1, all / 2));
  });
});
