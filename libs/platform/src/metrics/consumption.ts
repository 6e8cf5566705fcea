import type { EventBus } from '../event-bus/index.js';
import { observeEventBus } from './event-bus-metrics.js';
import type { Metrics } from './metrics.js';

export interface ConsumedTopic {
  readonly group: string;
  readonly topic: string;
}

/** One service's share in a process's consumption metrics. */
export interface Consumption {
  /** A topic that is consumed from now on; its lag is asked for at each scrape. */
  add(topic: ConsumedTopic): void;
  close(): void;
}

interface Observation {
  readonly topics: Set<ConsumedTopic>;
  users: number;
  end: () => void;
}

const observations = new WeakMap<Metrics, Observation>();

/** Services that share their metrics share one observation: each batch is counted once. */
export function consumptionOf(metrics: Metrics, bus: EventBus): Consumption {
  const observation = observations.get(metrics) ?? { topics: new Set(), users: 0, end: () => undefined };
  observations.set(metrics, observation);
  if (observation.users === 0) observation.end = observeEventBus(metrics, bus, () => [...observation.topics]);
  observation.users += 1;
  const own = new Map<string, ConsumedTopic>();
  let closed = false;
  return {
    add: ({ group, topic }) => {
      const key = `${group}/${topic}`;
      const consumed = own.get(key) ?? { group, topic };
      own.set(key, consumed);
      if (!closed) observation.topics.add(consumed);
    },
    close: () => {
      if (closed) return;
      closed = true;
      for (const consumed of own.values()) observation.topics.delete(consumed);
      observation.users -= 1;
      if (observation.users === 0) observation.end();
    },
  };
}
