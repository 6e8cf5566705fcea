import {
  type DecodedEvent,
  deadLetter,
  decodeEvents,
  type EventBatch,
  type EventBus,
  type EventClass,
} from '../event-bus/index.js';

/** A batch's events in their order; what cannot be read goes to `urls.rejected`. Rejects as `EventBus.publish` does. */
export async function readEvents<T extends object>(
  bus: Pick<EventBus, 'publish'>,
  batch: Pick<EventBatch, 'records'>,
  eventClass: EventClass<T>,
  /** The service that reads: `/weir/training`. */
  source: string,
): Promise<DecodedEvent<T>[]> {
  const { events, rejected } = decodeEvents(batch, eventClass);
  await deadLetter(bus, rejected, { source });
  return events;
}
