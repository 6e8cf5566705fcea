import { describe, expect, it } from 'vitest';
import type { OutgoingRecord } from '../../event-bus.js';
import { RecordSlab } from '../../records/encoding/record-slab.js';
import { BatchBounds, MAX_PARTITION_BYTES } from './batch-bounds.js';
import { cutIntoSends, envelope, type Place, type PublishJob, planSend } from './send-planner.js';

const slab = new RecordSlab();
const bounds = new BatchBounds();
const places: readonly Place[] = [0, 1, 2].map((partition) => ({ topic: 'urls', partition }));

const enveloped = (parts: Omit<OutgoingRecord, 'topic'>, partition = 0) =>
  envelope(slab.encode({ topic: 'urls', ...parts }), places[partition] as Place);

const job = (...sizes: [partition: number, bytes: number][]): PublishJob => ({
  envelopes: sizes.map(([partition, bytes]) => enveloped({ key: null, value: 'x'.repeat(bytes) }, partition)),
  acknowledged: 0,
  alone: false,
});

const counts = (...queue: PublishJob[]) => planSend(queue, bounds).shares.map(({ records }) => records);

describe('planSend', () => {
  it('puts small publishes together', () => {
    expect(counts(job([0, 10]), job([0, 10], [1, 10]))).toEqual([1, 2]);
  });

  it("bounds each partition's share, not the sum", () => {
    const half = MAX_PARTITION_BYTES / 2;
    expect(counts(job([0, half], [0, half]))).toEqual([1]);
    expect(counts(job([0, half], [1, half], [2, half]))).toEqual([3]);
  });

  it('sends a record over the bound alone', () => {
    const large = MAX_PARTITION_BYTES + 1;
    expect(counts(job([0, large], [1, 10]))).toEqual([1]);
    expect(counts(job([1, 10], [0, large], [1, 10]))).toEqual([1]);
  });

  it('goes on after what is acknowledged, and lets no later publish overtake', () => {
    const first = job([0, 10], [0, MAX_PARTITION_BYTES - 100], [0, 10]);
    first.acknowledged = 1;
    const plan = planSend([first, job([1, 10])], bounds);
    expect(plan.envelopes[0]).toBe(first.envelopes[1]);
    expect(plan.shares.map(({ job: owner }) => owner)).not.toContain(undefined);
  });

  it('keeps a publish that must go alone to itself', () => {
    const alone = { ...job([0, 10]), alone: true };
    expect(counts(alone, job([0, 10]))).toEqual([1]);
    expect(planSend([job([0, 10]), alone], bounds).shares).toHaveLength(1);
  });

  it('counts keys and headers', () => {
    const bare = enveloped({ key: null, value: 'v' }).bytes;
    const dressed = enveloped({ key: 'ké', value: 'v', headers: { h: '✓' } }).bytes;
    expect(dressed - bare).toBeGreaterThanOrEqual(3 + 1 + 3);
  });

  it('cuts what is too much for one send, in order', () => {
    const half = MAX_PARTITION_BYTES / 2;
    const { envelopes } = job(
      [0, half],
      [1, half],
      [0, half],
      [0, 10],
      [1, MAX_PARTITION_BYTES + 1],
      [2, 10],
    );
    const sends = cutIntoSends(envelopes, bounds);
    expect(sends.flat()).toEqual(envelopes);
    expect(sends.map(({ length }) => length)).toEqual([2, 2, 1, 1]);
  });
});
