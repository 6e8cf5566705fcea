import type { EventBatch } from '@weir/platform';
import { describe, expect, it } from 'vitest';
import { recordOf } from '../testing/records.js';
import { PartitionEnds } from './partition-ends.js';

const topic = 'urls.rejected';
const batch = (partition: number, offsets: readonly bigint[]) =>
  ({
    topic,
    partition,
    records: offsets.map((offset) => recordOf({ value: 'x', topic, partition, offset })),
  }) as unknown as EventBatch;
const offsetsWithin = (ends: PartitionEnds, of: EventBatch) => ends.within(of).map(({ offset }) => offset);

describe('PartitionEnds', () => {
  it('is reached at once where nothing is left', () => {
    expect(new PartitionEnds([{ topic, partition: 0, lag: 0n }]).allReached).toBe(true);
  });

  it('ends where the partition ended, whatever came since', () => {
    const ends = new PartitionEnds([
      { topic, partition: 0, lag: 3n },
      { topic, partition: 1, lag: 1n },
    ]);
    const first = batch(0, [40n, 41n]);
    expect(offsetsWithin(ends, first)).toEqual([40n, 41n]);
    ends.passed(first);
    const across = batch(0, [42n, 43n]);
    expect(offsetsWithin(ends, across)).toEqual([42n]);
    ends.passed(across);
    expect(ends.allReached).toBe(false);
    expect(offsetsWithin(ends, batch(0, [44n]))).toEqual([]);
    const other = batch(1, [0n]);
    expect(offsetsWithin(ends, other)).toEqual([0n]);
    ends.passed(other);
    expect(ends.allReached).toBe(true);
  });

  it('gives a batch that failed once more', () => {
    const ends = new PartitionEnds([{ topic, partition: 0, lag: 2n }]);
    const failed = batch(0, [5n, 6n]);
    expect(offsetsWithin(ends, failed)).toEqual([5n, 6n]);
    expect(offsetsWithin(ends, failed)).toEqual([5n, 6n]);
  });
});
