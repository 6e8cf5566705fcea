import type { ServerResponse } from 'node:http';
import { type Metrics, WeirError } from '@weir/platform';
import type { FastifyInstance } from 'fastify';
import { isLongLived } from './long-lived.js';

/** Asked by those who decide whether this process lives: never turned away. */
const PROBES: readonly string[] = ['/health/live', '/health/ready', '/metrics'];
const RETRY_SECONDS = '1';

interface Uncounted {
  readonly uncounted?: true;
}

/** Bounds the requests under way: more would only wait for each other. To be called before the routes are made. */
export function boundRequests(
  server: FastifyInstance,
  { maxRequests, metrics }: { readonly maxRequests: number; readonly metrics: Metrics },
): void {
  let underWay = 0;
  metrics.gauge({
    name: 'http_requests_under_way',
    help: 'Requests being answered now, event streams not counted',
    collect: async (gauge) => gauge.set(underWay),
  });
  function release(this: ServerResponse): void {
    underWay -= 1;
  }
  server.addHook('onRoute', (route) => {
    if (!PROBES.includes(route.url) && !isLongLived(route.config)) return;
    route.config = Object.assign({}, route.config, { uncounted: true });
  });
  server.addHook('onRequest', (request, reply, done) => {
    if ((request.routeOptions.config as Uncounted | undefined)?.uncounted === true) return done();
    if (underWay >= maxRequests) {
      reply.header('retry-after', RETRY_SECONDS);
      return done(new WeirError('WEIR_OVERLOADED', `${maxRequests} requests are under way`));
    }
    underWay += 1;
    reply.raw.once('close', release);
    done();
  });
}
