import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { CONFIG, Environment, METRICS, Metrics, WeirError } from '@weir/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { principalOf } from '../security/principal.js';
import { PrincipalWatch } from '../security/principal-watch.js';
import { SSE_BOUNDS, SseConnection } from './sse-connection.js';
import { heartbeatFrame } from './sse-frames.js';

const HEARTBEAT_MS = 15_000;
const WATCH_MS = 1_000;

interface Listener {
  readonly connection: SseConnection;
  /** The id that a heartbeat carries: how far a listener to whom nothing was sent has come. */
  readonly position: () => string | undefined;
  heardAt: number;
}

/** All event streams of this process: how many there may be, their heartbeat, and the end of those too slow. */
@Injectable()
export class SseConnections implements BeforeApplicationShutdown {
  readonly #listeners = new Set<Listener>();
  readonly #byKey = new Map<string, number>();
  readonly #dropped;
  #timer: NodeJS.Timeout | undefined;
  #isClosing = false;

  constructor(
    @Inject(CONFIG) private readonly environment: Environment,
    @Inject(METRICS) metrics: Metrics,
    private readonly watch: PrincipalWatch,
  ) {
    metrics.gauge({
      name: 'stream_listeners',
      help: 'Event streams that are open',
      collect: async (gauge) => gauge.set(this.#listeners.size),
    });
    this.#dropped = metrics.counter({
      name: 'stream_dropped_total',
      help: 'Event streams ended because their listener was too slow',
    });
  }

  get size(): number {
    return this.#listeners.size;
  }

  /** Begins an event stream. Throws `WEIR_OVERLOADED` or `WEIR_RATE_LIMITED` where there are too many, before anything is sent. */
  open(
    request: FastifyRequest,
    reply: FastifyReply,
    position: () => string | undefined = () => undefined,
  ): SseConnection {
    const { keyId } = principalOf(request);
    this.#refuseTooMany(reply, keyId);
    const connection = new SseConnection(reply, SSE_BOUNDS, () => this.#dropped.inc());
    const listener = { connection, position, heardAt: Date.now() };
    this.#listeners.add(listener);
    this.#count(keyId, 1);
    const unwatch = this.watch.onEnd(request, () => connection.end('revoked'));
    connection.onClose(() => {
      this.#listeners.delete(listener);
      this.#count(keyId, -1);
      unwatch();
    });
    this.#timer ??= setInterval(() => this.#tend(Date.now()), WATCH_MS).unref();
    return connection;
  }

  /** Ends all streams, so that the server can close; whoever does not read the end is cut off. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#isClosing = true;
    clearInterval(this.#timer);
    for (const { connection } of [...this.#listeners]) connection.end('shutdown');
  }

  #refuseTooMany(reply: FastifyReply, keyId: string | undefined): void {
    const { streamListeners, streamListenersPerKey } = this.environment;
    if (this.#isClosing || this.#listeners.size >= streamListeners)
      throw new WeirError('WEIR_OVERLOADED', `${this.#listeners.size} event streams are open`);
    if (keyId === undefined || (this.#byKey.get(keyId) ?? 0) < streamListenersPerKey) return;
    reply.header('retry-after', '10');
    throw new WeirError(
      'WEIR_RATE_LIMITED',
      `This key has ${streamListenersPerKey} event streams open; close one first`,
    );
  }

  #count(keyId: string | undefined, change: number): void {
    if (keyId === undefined) return;
    const open = (this.#byKey.get(keyId) ?? 0) + change;
    if (open > 0) this.#byKey.set(keyId, open);
    else this.#byKey.delete(keyId);
  }

  #tend(now: number): void {
    for (const listener of this.#listeners) {
      const { connection, position } = listener;
      if (connection.isSlow(now)) connection.cut();
      else if (now - listener.heardAt >= HEARTBEAT_MS) {
        listener.heardAt = now;
        connection.send(heartbeatFrame(position()));
      }
    }
  }
}
