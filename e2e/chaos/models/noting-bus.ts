import type { EventBus, OutgoingRecord } from '@weir/platform';

/**
 * What the registry publishes on, once an alias is stored. It does not have the registry wait: while the broker is away
 * the event comes late or never, and whoever serves must look for himself.
 */
export class NotingBus implements Pick<EventBus, 'publish'> {
  readonly #open: Promise<void>[] = [];
  /** When something was last published: the alias is stored by then. Milliseconds since the epoch. */
  publishedAt = 0;
  /** Events that never got through. */
  failed = 0;

  constructor(private readonly bus: Pick<EventBus, 'publish'>) {}

  async publish(records: readonly OutgoingRecord[]): Promise<void> {
    this.publishedAt = Date.now();
    const sent = this.bus.publish(records).catch(() => {
      this.failed += 1;
    });
    this.#open.push(sent);
  }

  async settled(): Promise<void> {
    await Promise.all(this.#open);
  }
}
