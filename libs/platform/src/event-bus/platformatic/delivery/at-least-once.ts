import type { CommitPlace } from '../consumer/offset-committer.js';
import type { LaneDelivery, Publish } from './lane-delivery.js';
import { type GroupPosition, startOffset } from './start-offset.js';

/** Offsets are committed after the handler's effects: what was in work at a crash is handled again. */
export class AtLeastOnce implements LaneDelivery {
  constructor(
    private readonly position: GroupPosition,
    private readonly place: CommitPlace,
    private readonly publish: Publish,
  ) {}

  start(): Promise<number> {
    return startOffset(this.position, this.place);
  }

  publisher(): Publish {
    return this.publish;
  }

  commit(next: number): Promise<boolean> {
    return this.position.committer.commit(this.place, next);
  }

  async abandon(): Promise<boolean> {
    return true;
  }

  async end(): Promise<void> {}
}
