import { channel } from 'node:diagnostics_channel';
import { describe, expect, it } from 'vitest';
import { EVENT_BUS_CHANNELS } from '../event-bus/channels.js';
import type { EventBus } from '../event-bus/index.js';
import { observeEventBus } from './event-bus-metrics.js';
import { Metrics } from './metrics.js';

const samples = async (metrics: Metrics) =>
  (await metrics.registry.metrics()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));

describe('Metrics', () => {
  it('puts weir_ before every name', async () => {
    const metrics = new Metrics();
    metrics
      .counter({ name: 'events_total', help: 'h', labels: ['topic'] })
      .inc({ topic: 'urls.submitted' }, 3);
    metrics.gauge({ name: 'lag', help: 'h' }).set(7);
    metrics.histogram({ name: 'took_seconds', help: 'h', buckets: [1, 2] }).observe(1.5);
    expect(await samples(metrics)).toEqual([
      'weir_events_total{topic="urls.submitted"} 3',
      'weir_lag 7',
      'weir_took_seconds_bucket{le="1"} 0',
      'weir_took_seconds_bucket{le="2"} 1',
      'weir_took_seconds_bucket{le="+Inf"} 1',
      'weir_took_seconds_sum 1.5',
      'weir_took_seconds_count 1',
    ]);
  });

  it('gives the same metric to all who ask, and keeps two registries apart', async () => {
    const metrics = new Metrics();
    const options = { name: 'events_total', help: 'h' };
    expect(metrics.counter(options)).toBe(metrics.counter(options));
    expect(await samples(new Metrics())).toEqual([]);
  });

  it('asks a gauge that collects at each scrape', async () => {
    const metrics = new Metrics();
    let scrapes = 0;
    metrics.gauge({ name: 'scrapes', help: 'h', collect: async (gauge) => gauge.set(++scrapes) });
    await samples(metrics);
    expect(await samples(metrics)).toEqual(['weir_scrapes 2']);
  });

  it("has the runtime's own figures once asked to", async () => {
    const metrics = new Metrics();
    metrics.collectRuntime();
    expect((await samples(metrics)).some((line) => line.startsWith('process_resident_memory_bytes '))).toBe(
      true,
    );
  });
});

describe('observeEventBus', () => {
  const batch = { group: 'g', topic: 't', records: 7, seconds: 0.02 };
  const bus = (lag: EventBus['lag']) => ({ lag }) as EventBus;
  const subscriptions = () => [{ group: 'g', topic: 't' }];

  it('counts batches and retries until it is ended', async () => {
    const metrics = new Metrics();
    const end = observeEventBus(
      metrics,
      bus(async () => []),
      subscriptions,
    );
    channel(EVENT_BUS_CHANNELS.batch).publish(batch);
    channel(EVENT_BUS_CHANNELS.retry).publish(batch);
    end();
    channel(EVENT_BUS_CHANNELS.batch).publish(batch);
    channel(EVENT_BUS_CHANNELS.retry).publish(batch);
    const lines = await samples(metrics);
    expect(lines).toContain('weir_events_consumed_total{group="g",topic="t"} 7');
    expect(lines).toContain('weir_batch_size_count{group="g",topic="t"} 1');
    expect(lines).toContain('weir_batch_seconds_sum{group="g",topic="t"} 0.02');
    expect(lines).toContain('weir_batch_retries_total{group="g",topic="t"} 1');
  });

  it('asks for the lag at each scrape, and forgets partitions that went', async () => {
    const metrics = new Metrics();
    const answers = [
      [
        { topic: 't', partition: 0, lag: 3n },
        { topic: 't', partition: 1, lag: 9_007_199_254_740_993n },
      ],
      [{ topic: 't', partition: 1, lag: 1n }],
    ];
    const end = observeEventBus(
      metrics,
      bus(async () => answers.shift() ?? []),
      subscriptions,
    );
    const lag = async () => (await samples(metrics)).filter((line) => line.startsWith('weir_consumer_lag'));
    expect(await lag()).toEqual([
      'weir_consumer_lag{group="g",topic="t",partition="0"} 3',
      'weir_consumer_lag{group="g",topic="t",partition="1"} 9007199254740992',
    ]);
    expect(await lag()).toEqual(['weir_consumer_lag{group="g",topic="t",partition="1"} 1']);
    end();
  });

  it('does not fail a scrape because the broker is away', async () => {
    const metrics = new Metrics();
    const end = observeEventBus(
      metrics,
      bus(() => Promise.reject(new Error('away'))),
      subscriptions,
    );
    expect((await samples(metrics)).filter((line) => line.startsWith('weir_consumer_lag'))).toEqual([]);
    end();
  });
});
