import { WeirError } from '@weir/platform';
import type { FastifyInstance } from 'fastify';
import { accessOf } from './access.js';

/**
 * Refuses to start where a route does not say who may use it. To be called before the routes are made. HEAD routes have
 * what their GET declares; a preflight (OPTIONS) carries nothing and changes nothing.
 */
export function requireDeclaredAccess(server: FastifyInstance): void {
  const undeclared: string[] = [];
  server.addHook('onRoute', ({ method, url, config }) => {
    if (accessOf(config) !== undefined) return;
    const methods = [method].flat().filter((each) => each !== 'OPTIONS');
    undeclared.push(...methods.map((each) => `${each} ${url}`));
  });
  server.addHook('onReady', (done) => {
    if (undeclared.length === 0) return done();
    const which = undeclared.join(', ');
    done(new WeirError('WEIR_INTERNAL', `Who may use ${which}? Declare it with @Needs(scope) or @Public()`));
  });
}
