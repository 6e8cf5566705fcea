import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { EVENT_BUS, type EventBus } from '@weir/platform';
import type { SseConnection } from '../sse/sse-connection.js';
import { SseConnections } from '../sse/sse-connections.js';
import { eventFrame } from '../sse/sse-frames.js';
import { type FeedStats, FeedStatsReading } from './feed-stats.js';
import { SubmittedLag } from './submitted-lag.js';
import { VerdictFeed } from './verdict-feed.js';

const INTERVAL_MS = 1_000;

/** Tells those who want it, once a second, what the stream is like; counts nothing while nobody does. */
@Injectable()
export class StatsListeners implements BeforeApplicationShutdown {
  readonly #listeners = new Set<SseConnection>();
  readonly #lag: SubmittedLag;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly feed: VerdictFeed,
    private readonly connections: SseConnections,
    @Inject(EVENT_BUS) bus: EventBus,
  ) {
    this.#lag = new SubmittedLag(bus);
  }

  add(connection: SseConnection): void {
    this.#listeners.add(connection);
    connection.onClose(() => {
      this.#listeners.delete(connection);
      if (this.#listeners.size === 0) this.#stop();
    });
    if (this.#timer === undefined) this.#start();
  }

  beforeApplicationShutdown(): void {
    this.#stop();
  }

  #start(): void {
    const reading = new FeedStatsReading(this.feed.log, Date.now());
    this.#lag.read(Date.now());
    this.#timer = setInterval(() => this.#tell(reading, Date.now()), INTERVAL_MS).unref();
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #tell(reading: FeedStatsReading, now: number): void {
    const stats: FeedStats = {
      ...reading.next(now),
      lag: this.#lag.read(now),
      listeners: this.connections.size,
    };
    const frame = eventFrame({ event: 'stats', data: stats });
    for (const connection of this.#listeners) connection.send(frame);
  }
}
