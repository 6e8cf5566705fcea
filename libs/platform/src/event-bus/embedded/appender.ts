import type { OutgoingRecord } from '../event-bus.js';
import { stampChunk } from './chunk.js';
import { ChunkCutter } from './chunk-cutter.js';
import { writeDurably } from './durable-write.js';
import type { LogTopic } from './embedded-log.js';
import type { ChunkDatabase, PartitionLog } from './partition-log.js';

/** Encoded records that have no offsets yet. */
export interface UnplacedChunk {
  readonly log: PartitionLog;
  readonly chunk: Buffer;
  readonly count: number;
}

/** Puts records at the ends of partitions. */
export class Appender {
  /** Next partition of records without a key, by topic id. */
  readonly #turns = new Map<number, number>();

  constructor(private readonly chunks: ChunkDatabase) {}

  /** One transaction for all; LMDB joins the transactions of publishers that write at the same time. */
  async append(records: readonly OutgoingRecord[], topicOf: (name: string) => LogTopic): Promise<void> {
    await this.write(this.encode(records, topicOf));
  }

  /** Throws where a record cannot be taken. What it returns is not written yet. */
  encode(records: readonly OutgoingRecord[], topicOf: (name: string) => LogTopic): UnplacedChunk[] {
    const cutter = new ChunkCutter(topicOf, (id) => this.#turn(id));
    for (const record of records) cutter.add(record);
    return cutter.cut();
  }

  /**
   * Writes the chunks, in order, and what `first` puts, in one transaction: all or nothing. Consumers wake when it is
   * on the disk. `first` comes first: what it throws leaves nothing written.
   */
  async write(unplaced: readonly UnplacedChunk[], first: () => void = () => {}): Promise<void> {
    const timestamp = Date.now();
    const ends: { readonly log: PartitionLog; readonly end: number }[] = [];
    await writeDurably(this.chunks, () => {
      first();
      for (const { log, chunk, count } of unplaced) {
        // In the turn of the put, so that offsets grow in the order of the transactions.
        const baseOffset = log.reserve(count);
        stampChunk(chunk, baseOffset, timestamp);
        this.chunks.put(log.key(baseOffset), chunk);
        ends.push({ log, end: baseOffset + count });
      }
    });
    for (const { log, end } of ends) log.advance(end);
  }

  #turn(topicId: number): number {
    const turn = this.#turns.get(topicId) ?? 0;
    this.#turns.set(topicId, turn + 1);
    return turn;
  }
}
