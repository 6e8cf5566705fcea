import type { Database, RootDatabase } from 'lmdb';
import { writeDurably } from './durable-write.js';
import type { PartitionLog } from './partition-log.js';

type OffsetKey = [group: string, topic: string, partition: number];

/** Offsets that groups committed: the next record each has to handle. */
export class GroupOffsets {
  readonly #offsets: Database<number, OffsetKey>;

  constructor(root: RootDatabase) {
    this.#offsets = root.openDB({ name: 'event-offsets', encoding: 'msgpack' });
  }

  /** `undefined` if the group never committed. */
  committed(group: string, { topic, partition }: PartitionLog): number | undefined {
    return this.#offsets.get([group, topic, partition]);
  }

  /** Resolves once the offsets are on the disk. */
  commit(group: string, offsets: Iterable<readonly [PartitionLog, number]>): Promise<void> {
    return writeDurably(this.#offsets, () => {
      for (const [log, offset] of offsets) this.put(group, log, offset);
    });
  }

  /** Puts an offset into the transaction that is being written. */
  put(group: string, { topic, partition }: PartitionLog, offset: number): void {
    this.#offsets.put([group, topic, partition], offset);
  }
}
