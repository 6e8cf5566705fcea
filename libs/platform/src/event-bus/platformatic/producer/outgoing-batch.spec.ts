import { expect, it } from 'vitest';
import { RecordSlab } from '../../records/encoding/record-slab.js';
import { MAX_BATCH_BYTES } from './outgoing-batch.js';
import { PartitionQueue } from './partition-queue.js';
import { ProducerIdentity } from './producer-identity.js';
import { PublishJob } from './publish-job.js';

const slab = new RecordSlab();
const encoded = (value: string | Buffer) => slab.encode({ topic: 't', key: null, value });

function filled(counts: readonly number[], size = 10): { queue: PartitionQueue; jobs: PublishJob[] } {
  const queue = new PartitionQueue('t', 0);
  const jobs = counts.map((count) => new PublishJob(count));
  for (const [index, job] of jobs.entries())
    for (let left = counts[index] ?? 0; left > 0; left -= 1)
      queue.add(job, encoded(Buffer.alloc(size)), job.since);
  return { queue, jobs };
}

it('cuts what waits into batches that a broker takes', () => {
  const { queue } = filled([40], 100_000);
  const sizes: number[] = [];
  for (let head = queue.head; head !== undefined; head = queue.head) {
    sizes.push(head.bytes);
    queue.removeHead();
  }
  expect(sizes.length).toBeGreaterThan(4);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(MAX_BATCH_BYTES);
});

it('takes no record into a batch that was sent', () => {
  const { queue, jobs } = filled([1]);
  const first = queue.head;
  first?.data(new ProducerIdentity(1n, 0));
  queue.add(jobs[0] ?? new PublishJob(1), encoded('x'), 0);
  queue.removeHead();
  expect([first?.records, queue.head?.records]).toEqual([1, 1]);
});

it.each([
  [
    [3, 1, 4],
    [4, 4],
  ],
  [
    [1, 7],
    [1, 7],
  ],
  [
    [7, 1],
    [7, 1],
  ],
  [[8], [4, 4]],
  [
    [1, 1],
    [1, 1],
  ],
])('halves a batch of jobs with %j records at the border of a job nearest the middle', (counts, halves) => {
  const { queue } = filled(counts);
  expect(queue.head?.halves().map(({ records }) => records)).toEqual(halves);
});

it('tells each job of its own records only', async () => {
  const { queue, jobs } = filled([2, 3]);
  const [first, second] = queue.head?.halves() ?? [];
  first?.acknowledge();
  second?.fail(new Error('refused'));
  await expect(jobs[0]?.settled).resolves.toBeUndefined();
  await expect(jobs[1]?.settled).rejects.toThrow('refused');
});

it('goes round with sequence numbers behind the largest', () => {
  const identity = new ProducerIdentity(1n, 0);
  identity.stamp('t', 0, 2 ** 31 - 2);
  expect(
    [identity.stamp('t', 0, 5), identity.stamp('t', 0, 1)].map(({ baseSequence }) => baseSequence),
  ).toEqual([2 ** 31 - 2, 3]);
});
