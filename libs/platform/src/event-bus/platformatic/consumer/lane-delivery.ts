import type { OutgoingRecord } from '../../event-bus.js';

/** How a lane makes sure of what it does: where it begins, where outputs go, when offsets count. */
export interface LaneDelivery {
  /** Resolves to the offset to begin at; called first, and again after `commit` or `abandon` asked for it. Rejects to be called again. */
  start(): Promise<number>;
  publish(records: readonly OutgoingRecord[]): Promise<void>;
  /** Commits what leads up to `next`. False where the partition was revoked. Rejects where nothing of it counts. */
  commit(next: number): Promise<boolean>;
  /** What the handler published for a chunk it failed on must not count. False where `start` has to be called again. */
  abandon(): Promise<boolean>;
  /** The partition is given up. */
  end(): Promise<void>;
}
