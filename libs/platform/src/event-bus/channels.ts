import { channel } from 'node:diagnostics_channel';

/** A batch was handled and its offsets are committed. */
export interface BatchHandled {
  readonly group: string;
  readonly topic: string;
  readonly partition: number;
  readonly records: number;
  /** Seconds from handing the batch over to the end of its commit. */
  readonly seconds: number;
}

/** A batch failed and will be handed over again. */
export interface BatchRetried {
  readonly group: string;
  readonly topic: string;
  readonly partition: number;
  readonly records: number;
  /** Failures of this batch so far, from 1. */
  readonly attempt: number;
  /** Milliseconds until the next attempt. */
  readonly delayMs: number;
  readonly error: unknown;
}

/** Names of the channels; every adapter publishes on them (`node:diagnostics_channel`). */
export const EVENT_BUS_CHANNELS = {
  batch: 'weir:event-bus:batch',
  retry: 'weir:event-bus:retry',
} as const;

const batchChannel = channel(EVENT_BUS_CHANNELS.batch);
const retryChannel = channel(EVENT_BUS_CHANNELS.retry);

export function announceBatch(event: BatchHandled): void {
  if (batchChannel.hasSubscribers) batchChannel.publish(event);
}

export function announceRetry(event: BatchRetried): void {
  if (retryChannel.hasSubscribers) retryChannel.publish(event);
}
