import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, Environment, type EventBatch, METRICS, Metrics } from '@weir/platform';
import type { SseConnection } from '../sse/sse-connection.js';
import { openingFrame } from '../sse/sse-frames.js';
import { FeedChannel, type FeedFilter, keyOf } from './feed-channel.js';
import { Resumption } from './resumption.js';
import type { StreamPositions } from './stream-positions.js';
import { VerdictLog } from './verdict-log.js';

/** Records are gathered for so long, so that each listener gets one write for many. */
const GATHER_MS = 50;
/** What may wait to be sent: the ring must not lose it before. */
const MOST_WAITING = 2_000;

/** The stream as this replica reads it: what it holds, and who listens. */
@Injectable()
export class VerdictFeed {
  readonly log: VerdictLog;
  readonly #channels = new Map<string, FeedChannel>();
  readonly #resuming = new Set<Resumption>();
  readonly #records;
  readonly #mostWaiting: number;
  #sent = 0;
  #sentPositions: StreamPositions;
  #timer: NodeJS.Timeout | undefined;

  constructor(@Inject(CONFIG) { recentVerdicts }: Environment, @Inject(METRICS) metrics: Metrics) {
    this.log = new VerdictLog(recentVerdicts);
    this.#sentPositions = this.log.positions.copy();
    this.#mostWaiting = Math.min(MOST_WAITING, Math.floor(recentVerdicts / 2));
    this.#records = metrics.counter({
      name: 'feed_records_total',
      help: 'Records of urls.verdicts that the gateway has read for its listeners',
      labels: ['outcome'],
    });
  }

  /** How far a listener has come: what a heartbeat tells those to whom nothing else is sent. */
  positionOf(connection: SseConnection): string {
    for (const resumption of this.#resuming)
      if (resumption.connection === connection) return resumption.position;
    return this.#sentPositions.toString();
  }

  /** Takes a batch of the topic in, and sends it on soon. */
  take(batch: EventBatch): void {
    const { ring } = this.log;
    const [end, skipped] = [ring.end, this.log.skipped];
    this.log.take(batch, () => {
      if (ring.end - this.#sent >= this.#mostWaiting) this.#flush();
    });
    this.#records.inc({ outcome: 'kept' }, ring.end - end);
    if (this.log.skipped > skipped) this.#records.inc({ outcome: 'skipped' }, this.log.skipped - skipped);
    this.#timer ??= setTimeout(() => this.#flush(), GATHER_MS).unref();
  }

  /** Sends a listener what comes from now on, or from the positions it had on this replica or another. */
  listen(connection: SseConnection, filter: FeedFilter, after?: StreamPositions): void {
    this.#flush();
    connection.send(openingFrame(after === undefined ? this.#sentPositions.toString() : undefined));
    if (after === undefined) this.#join(connection, filter);
    else this.#resume(new Resumption(this.log, connection, filter, after));
  }

  #resume(resumption: Resumption): void {
    const { connection, filter } = resumption;
    if (resumption.advance()) {
      this.#join(connection, filter);
      return;
    }
    this.#resuming.add(resumption);
    connection.onClose(() => this.#resuming.delete(resumption));
    connection.onDrain(() => {
      // Only from where the others are: what waits to be sent reaches this one as well.
      if (this.#resuming.has(resumption)) this.#flush();
    });
  }

  #join(connection: SseConnection, filter: FeedFilter): void {
    const key = keyOf(filter);
    const channel = this.#channels.get(key) ?? new FeedChannel(filter);
    this.#channels.set(key, channel);
    channel.listeners.add(connection);
    connection.onClose(() => {
      channel.listeners.delete(connection);
      if (channel.listeners.size === 0 && this.#channels.get(key) === channel) this.#channels.delete(key);
    });
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { ring, positions } = this.log;
    const [from, to] = [this.#sent, ring.end];
    if (to > from)
      for (const channel of this.#channels.values()) channel.send(ring, this.#sentPositions.copy(), from, to);
    this.#sent = to;
    this.#sentPositions = positions.copy();
    for (const resumption of this.#resuming) {
      if (!resumption.advance()) continue;
      this.#resuming.delete(resumption);
      this.#join(resumption.connection, resumption.filter);
    }
  }
}
