import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { type BatchHandled, type BatchRetried, EVENT_BUS_CHANNELS } from '../event-bus/channels.js';
import type { EventBus } from '../event-bus/index.js';
import type { Metrics } from './metrics.js';

const BATCH_SIZES = [1, 5, 10, 50, 100, 250, 500, 1_000, 2_000, 5_000];
const HANDLER_SECONDS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 30, 120];

/** Consumption as metrics: events, batch size, seconds, retries, and lag asked for at each scrape. Returns what ends it. */
export function observeEventBus(
  metrics: Metrics,
  bus: EventBus,
  subscriptions: () => readonly { group: string; topic: string }[],
): () => void {
  const events = metrics.counter({
    name: 'events_consumed_total',
    help: 'Records handled and committed',
    labels: ['group', 'topic'],
  });
  const sizes = metrics.histogram({
    name: 'batch_size',
    help: 'Records in a batch',
    labels: ['group', 'topic'],
    buckets: BATCH_SIZES,
  });
  const seconds = metrics.histogram({
    name: 'batch_seconds',
    help: 'Seconds a batch took',
    labels: ['group', 'topic'],
    buckets: HANDLER_SECONDS,
  });
  const retries = metrics.counter({
    name: 'batch_retries_total',
    help: 'Batches handed over again',
    labels: ['group', 'topic'],
  });
  metrics.gauge({
    name: 'consumer_lag',
    help: 'Records not yet handled by a group',
    labels: ['group', 'topic', 'partition'],
    collect: async (gauge) => {
      gauge.reset();
      for (const { group, topic } of subscriptions()) {
        // A scrape must not fail because the broker is away: readiness says that.
        const partitions = await bus.lag(group, [topic]).catch(() => []);
        for (const each of partitions)
          gauge.set({ group, topic, partition: String(each.partition) }, Number(each.lag));
      }
    },
  });
  const onBatch = (message: unknown) => {
    const { group, topic, records, seconds: took } = message as BatchHandled;
    events.inc({ group, topic }, records);
    sizes.observe({ group, topic }, records);
    seconds.observe({ group, topic }, took);
  };
  const onRetry = (message: unknown) => {
    const { group, topic } = message as BatchRetried;
    retries.inc({ group, topic });
  };
  subscribe(EVENT_BUS_CHANNELS.batch, onBatch);
  subscribe(EVENT_BUS_CHANNELS.retry, onRetry);
  return () => {
    unsubscribe(EVENT_BUS_CHANNELS.batch, onBatch);
    unsubscribe(EVENT_BUS_CHANNELS.retry, onRetry);
  };
}
