import type { EventRecord } from '../event-bus.js';
import { decodeChunk, encodeChunk, readHead } from './chunk.js';
import type { EmbeddedLog } from './embedded-log.js';
import type { PartitionLog } from './partition-log.js';

const CHUNKS_PER_STEP = 50;
/** Kafka's default of `delete.retention.ms`: readers have a day to see that a key is gone. */
const TOMBSTONE_MS = 86_400_000;
/** Keys held in memory at once. Records of keys beyond them stay for a later round. */
const MAX_KEYS = 500_000;

/**
 * Keeps the newest record of each key; yields after each transaction. One pass from the newest chunk to the oldest: a
 * record whose key was seen is superseded. The last record of the partition always stays, for it tells where the
 * partition ends.
 */
export async function* compactionSteps(
  log: EmbeddedLog,
  partition: PartitionLog,
  now: number,
): AsyncGenerator<void> {
  const seen = new Set<string>();
  const last = BigInt(partition.end - 1);
  const survives = (record: EventRecord): boolean => {
    const key = (record.key ?? Buffer.alloc(0)).toString('latin1');
    if (seen.has(key)) return false;
    if (seen.size < MAX_KEYS) seen.add(key);
    return record.offset === last || record.value !== null || record.timestamp >= now - TOMBSTONE_MS;
  };
  for (let from = partition.end - 1; from >= 0; ) {
    const chunks = partition.chunksDownFrom(from, CHUNKS_PER_STEP);
    if (chunks.length === 0) return;
    const changes = new Map<number, Buffer | null>();
    for (const chunk of chunks) {
      const { baseOffset } = readHead(chunk);
      const kept = compacted(chunk, partition, survives);
      if (kept !== undefined) changes.set(baseOffset, kept);
      from = baseOffset - 1;
    }
    if (changes.size > 0) await log.rewrite(partition, changes, partition.start);
    yield;
  }
}

/** The chunk with its survivors; `null` if none is left, `undefined` if nothing changes. */
function compacted(
  chunk: Buffer,
  place: PartitionLog,
  survives: (record: EventRecord) => boolean,
): Buffer | null | undefined {
  const { baseOffset, count, timestamp } = readHead(chunk);
  const records: EventRecord[] = [];
  decodeChunk(chunk, place, baseOffset, (record) => records.push(record) > 0);
  const survivors = records.toReversed().filter(survives).toReversed();
  if (survivors.length === count) return undefined;
  if (survivors.length === 0) return null;
  const kept = survivors.map(({ offset, key, value, headers }) => ({
    delta: Number(offset) - baseOffset,
    key,
    value,
    headers,
  }));
  return encodeChunk(baseOffset, timestamp, kept);
}
