import { type Backoff, backoffDelay, pause } from '../../backoff/backoff.js';
import type { CommitAsMember, LaneDelivery, Publish } from './lane-delivery.js';

const COMMIT_RETRY: Backoff = { initialMs: 100, maxMs: 5_000 };

/** What a handler publishes is acknowledged before its promise resolves; the offset follows. */
export class AtLeastOnce implements LaneDelivery {
  constructor(private readonly publish: Publish) {}

  async begin(): Promise<undefined> {}

  publisher(): Publish {
    return this.publish;
  }

  async commit(offset: bigint, asMember: CommitAsMember, lost: AbortSignal): Promise<boolean> {
    for (let attempt = 1; !lost.aborted; attempt += 1) {
      try {
        await asMember(offset);
        return !lost.aborted;
      } catch {
        // Away, moving or rebalancing: the lane either keeps its partition and can commit later, or is revoked.
        await pause(backoffDelay(COMMIT_RETRY, attempt), lost);
      }
    }
    return false;
  }

  abandon(): void {}

  async close(): Promise<void> {}
}
