import type { Database } from 'lmdb';
import type { EventRecord } from '../event-bus.js';
import { type BatchBounds, BatchReading } from './batch-reading.js';
import { decodeChunk, readHead } from './chunk.js';
import { endKey, logKey } from './log-key.js';

export type ChunkDatabase = Database<Buffer, Buffer>;

/** One partition of a topic: its chunks in LMDB, and where it begins and ends. */
export class PartitionLog {
  /** Offset of the first record that may still be there. */
  start: number;
  /** Offset after the last record that is on the disk: the high watermark. */
  end: number;
  #next: number;
  readonly #listeners = new Set<() => void>();

  constructor(
    readonly topic: string,
    readonly topicId: number,
    readonly partition: number,
    readonly chunks: ChunkDatabase,
    start: number,
  ) {
    this.start = start;
    this.end = Math.max(start, this.#endOfChunks());
    this.#next = this.end;
  }

  key(offset: number): Buffer {
    return logKey(this.topicId, this.partition, offset);
  }

  /** Takes the next offsets. If their write fails they stay unused: a gap, as compaction leaves them too. */
  reserve(count: number): number {
    const first = this.#next;
    this.#next += count;
    return first;
  }

  /** What was reserved up to `end` is on the disk: wakes the consumers. */
  advance(end: number): void {
    if (end <= this.end) return;
    this.end = end;
    for (const listener of this.#listeners) listener();
  }

  /** Calls `listener` after each append, until the function returned is called. */
  onAppend(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Records from offset `from` on, until a bound is met. */
  read(from: number, bounds: BatchBounds): EventRecord[] {
    const reading = new BatchReading(bounds);
    for (const chunk of this.chunksFrom(from)) {
      if (!decodeChunk(chunk, this, from, reading.take) || reading.isFull) break;
    }
    return reading.records;
  }

  /** Chunks in order, from the one that holds offset `from`, or the next after it. */
  *chunksFrom(from: number): Generator<Buffer> {
    const [holder] = this.chunksDownFrom(from, 1);
    let next = from;
    if (holder !== undefined) {
      next = Math.max(from, readHead(holder).lastOffset + 1);
      if (next > from) yield holder;
    }
    const range = { start: this.key(next), end: endKey(this.topicId, this.partition) };
    for (const { value } of this.chunks.getRange(range)) {
      if (value !== undefined) yield value;
    }
  }

  /** At most `limit` chunks that begin at offset `from` or before, the newest first. */
  chunksDownFrom(from: number, limit: number): Buffer[] {
    const below: Buffer[] = [];
    const lowest = this.key(0);
    // LMDB's reverse ranges leave their end out: the very first chunk is fetched by its key.
    const range = { start: this.key(from), end: lowest, reverse: true, limit };
    for (const { value } of this.chunks.getRange(range)) below.push(value);
    const first = below.length < limit ? this.chunks.get(lowest) : undefined;
    return first === undefined ? below : [...below, first];
  }

  #endOfChunks(): number {
    const [last] = this.chunksDownFrom(Number.MAX_SAFE_INTEGER, 1);
    return last === undefined ? 0 : readHead(last).lastOffset + 1;
  }
}
