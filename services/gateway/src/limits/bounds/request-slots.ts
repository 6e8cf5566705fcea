import { type Metrics, WeirError } from '@weir/platform';
import type { FastifyInstance } from 'fastify';
import { isLongLived } from './long-lived.js';

/** Asked by those who decide whether this process lives: never turned away. */
const PROBES: readonly string[] = ['/health/live', '/health/ready', '/metrics'];
const RETRY_SECONDS = '1';
/** Of the places, kept from any one route: what it waits for may hang, and the others go on. */
const KEPT_SHARE = 1 / 8;

/** A route's requests under way. */
interface RouteSlots {
  underWay: number;
  readonly release: () => void;
}

interface Slotted {
  /** Absent where they are not counted. */
  readonly slots?: RouteSlots;
}

/** Bounds the requests under way: more would only wait for each other. To be called before the routes are made. */
export function boundRequests(
  server: FastifyInstance,
  { maxRequests, metrics }: { readonly maxRequests: number; readonly metrics: Metrics },
): void {
  let underWay = 0;
  const mostOfRoute = maxRequests - Math.floor(maxRequests * KEPT_SHARE);
  metrics.gauge({
    name: 'http_requests_under_way',
    help: 'Requests being answered now, event streams not counted',
    collect: async (gauge) => gauge.set(underWay),
  });
  const makeSlots = (): RouteSlots => {
    const slots: RouteSlots = {
      underWay: 0,
      release: () => {
        underWay -= 1;
        slots.underWay -= 1;
      },
    };
    return slots;
  };
  server.addHook('onRoute', (route) => {
    if (PROBES.includes(route.url) || isLongLived(route.config)) return;
    route.config = Object.assign({}, route.config, { slots: makeSlots() });
  });
  server.addHook('onRequest', (request, reply, done) => {
    const { slots } = (request.routeOptions.config ?? {}) as Slotted;
    if (slots === undefined) return done();
    if (underWay >= maxRequests || slots.underWay >= mostOfRoute) {
      reply.header('retry-after', RETRY_SECONDS);
      const told =
        underWay >= maxRequests ? `${maxRequests} requests` : `${mostOfRoute} requests of this route`;
      return done(new WeirError('WEIR_OVERLOADED', `${told} are under way`));
    }
    underWay += 1;
    slots.underWay += 1;
    reply.raw.once('close', slots.release);
    done();
  });
}
