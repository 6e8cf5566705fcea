import { randomUUID } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { TOPICS } from '@weir/contracts';
import { BatchEventPattern, type EventBatch, type ListEntryKey } from '@weir/platform';
import { ListsFollower } from './lists-follower.js';
import { keyOf } from './url-lists.js';

/** A group of this process alone: every replica must hear of every change. */
const GROUP = `weir-inference-lists-${randomUUID()}`;

/** `lists.entries`: a hint to look at an entry now. Its key says which; what the event says is not believed. */
@Controller()
export class ListEntriesController {
  constructor(@Inject(ListsFollower) private readonly follower: ListsFollower) {}

  /** Rejects while the store is away: the bus hands the batch over again. */
  @BatchEventPattern(TOPICS.listsEntries.name, { group: GROUP, from: 'earliest' })
  async onEntries(@Payload() batch: EventBatch): Promise<void> {
    const keys = new Map<string, ListEntryKey>();
    for (const { key } of batch.records) {
      const named = key === null ? null : keyOf(key.toString('utf8'));
      if (named !== null) keys.set(`${named.list}/${named.entry}`, named);
    }
    if (keys.size > 0) await this.follower.follow([...keys.values()]);
  }
}
