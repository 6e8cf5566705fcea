import type { OutgoingRecord } from '../../event-bus.js';
import type { Place } from '../producer/send-planner.js';

export type Publish = (records: readonly OutgoingRecord[]) => Promise<void>;

/** Commits an offset as a member of the group; rejects where the group moves or its coordinator is away. */
export type CommitAsMember = (offset: bigint) => Promise<void>;

/** How what the batches of one partition lead to, and their offsets, become durable. */
export interface LaneDelivery {
  /** Called before batches are handed over. Gives the offset to go on at, where that had to be looked up. */
  begin(): Promise<bigint | undefined>;
  /** What the next batch publishes by. */
  publisher(): Publish;
  /**
   * Makes what was published with the batch and the offset durable. False where the partition was
   * lost meanwhile; a rejection has the batch handed over again.
   */
  commit(offset: bigint, asMember: CommitAsMember, lost: AbortSignal): Promise<boolean>;
  /** The handler failed: what it published and is still held back is forgotten. */
  abandon(): void;
  close(): Promise<void>;
}

/** A delivery for each partition that a member gains. */
export type DeliveryOf = (place: Place) => LaneDelivery;
