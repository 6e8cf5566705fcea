import { performance } from 'node:perf_hooks';
import type { FastifyInstance } from 'fastify';
import type { Logger } from '../logging/index.js';
import type { Metrics } from '../metrics/index.js';

/** A flood of connections must not become a flood of lines. */
const WARN_EVERY_MS = 60_000;

export interface RefusedConnectionsOptions {
  readonly metrics: Metrics;
  readonly logger: Pick<Logger, 'warn'>;
  /** Default the monotonic clock, milliseconds. */
  readonly now?: () => number;
}

/** Counts the connections that the server closed at once, being at its `maxConnections`, and warns once a minute at most. */
export function observeRefusedConnections(
  server: FastifyInstance,
  { metrics, logger, now = () => performance.now() }: RefusedConnectionsOptions,
): void {
  const refused = metrics.counter({
    name: 'connections_refused_total',
    help: 'Connections closed at once: as many as may be were open',
  });
  let untold = 0;
  let quietUntil = Number.NEGATIVE_INFINITY;
  server.server.on('drop', () => {
    refused.inc();
    untold += 1;
    if (now() < quietUntil) return;
    quietUntil = now() + WARN_EVERY_MS;
    const { maxConnections } = server.server;
    logger.warn({ maxConnections, refused: untold }, 'connections were refused: as many as may be are open');
    untold = 0;
  });
}
