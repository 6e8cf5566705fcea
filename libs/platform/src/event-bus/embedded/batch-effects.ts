import { WeirError } from '../../errors/index.js';
import type { OutgoingRecord } from '../event-bus.js';
import type { UnplacedChunk } from './appender.js';
import type { EmbeddedLog } from './embedded-log.js';
import type { PartitionLog } from './partition-log.js';

/** What one attempt at a batch leads to. */
export interface BatchEffects {
  publish(records: readonly OutgoingRecord[]): Promise<void>;
  /** Resolves when the group's offset, and all that belongs to it, is on the disk. */
  commit(next: number): Promise<void>;
  /** The attempt is over. */
  end(): void;
}

/** Begins an attempt at a batch of the partition. */
export type BeginBatch = (log: PartitionLog) => BatchEffects;

/** What is published is written at once, and the offset after it. */
export function atLeastOnce(log: EmbeddedLog, group: string, publish: BatchEffects['publish']): BeginBatch {
  return (partition) => ({
    publish,
    commit: (next) => log.offsets.commit(group, [[partition, next]]),
    end: () => {},
  });
}

/** What is published is held back, and written with the offset in one transaction. */
export function exactlyOnce(log: EmbeddedLog, group: string): BeginBatch {
  return (partition) => new BatchTransaction(log, group, partition);
}

/** Encoded at once, so that a record which cannot be taken is the handler's to know, and what it reuses stays as it was. */
class BatchTransaction implements BatchEffects {
  readonly #held: UnplacedChunk[] = [];
  #over = false;

  constructor(
    private readonly log: EmbeddedLog,
    private readonly group: string,
    private readonly partition: PartitionLog,
  ) {}

  async publish(records: readonly OutgoingRecord[]): Promise<void> {
    if (this.#over)
      throw new WeirError('WEIR_BUS_REJECTED', 'The batch is over: nothing more is published with it');
    this.#held.push(...this.log.appender.encode(records, (name) => this.log.topic(name)));
  }

  async commit(next: number): Promise<void> {
    this.#over = true;
    await this.log.appender.write(this.#held, () => this.log.offsets.put(this.group, this.partition, next));
  }

  end(): void {
    this.#over = true;
  }
}
