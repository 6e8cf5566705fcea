import { readHead } from './chunk.js';
import type { EmbeddedLog } from './embedded-log.js';
import type { PartitionLog } from './partition-log.js';

const CHUNKS_PER_STEP = 200;

/** Removes chunks written more than `retentionMs` before `now`; yields after each transaction. */
export async function* retentionSteps(
  log: EmbeddedLog,
  partition: PartitionLog,
  retentionMs: number | null,
  now: number,
): AsyncGenerator<void> {
  if (retentionMs === null) return;
  for (;;) {
    const removed = new Map<number, null>();
    let start = partition.start;
    for (const chunk of partition.chunksFrom(partition.start)) {
      const { baseOffset, lastOffset, timestamp } = readHead(chunk);
      if (timestamp >= now - retentionMs || removed.size >= CHUNKS_PER_STEP) break;
      removed.set(baseOffset, null);
      start = lastOffset + 1;
    }
    if (removed.size === 0) return;
    await log.rewrite(partition, removed, start);
    yield;
  }
}
