import { BaseRpcContext } from '@nestjs/microservices';
import type { EventBatch } from '../event-bus.js';

/** `@Ctx()` of a batch handler: the batch, and the group it is handled for. */
export class EventBatchContext extends BaseRpcContext<[EventBatch, string]> {
  getBatch(): EventBatch {
    return this.getArgByIndex(0);
  }

  getGroup(): string {
    return this.getArgByIndex(1);
  }
}
