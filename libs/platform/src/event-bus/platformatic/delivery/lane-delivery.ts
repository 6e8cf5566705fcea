import type { OutgoingRecord } from '../../event-bus.js';

export type Publish = (records: readonly OutgoingRecord[]) => Promise<void>;

/** How what the batches of one partition lead to, and their offsets, become durable. */
export interface LaneDelivery {
  /** Resolves to the offset to begin at. Called first, and again where `abandon` asks for it; rejects to be called again. */
  start(): Promise<number>;
  /** What the next batch publishes by. */
  publisher(): Publish;
  /** Commits what leads up to `next`. False where the partition was revoked; a rejection has the batch handed over again. */
  commit(next: number): Promise<boolean>;
  /** What was published with a batch that failed must not count. False where `start` has to be called again. */
  abandon(): Promise<boolean>;
  /** The partition is given up. */
  end(): Promise<void>;
}
