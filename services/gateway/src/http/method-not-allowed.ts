import { WeirError } from '@weir/platform';
import type { FastifyInstance } from 'fastify';

/**
 * Tells a route that does not know a method (405, with `Allow`) from one that is not there (404). Both before the body is
 * read: nobody counts who asks here, and whoever sends it slowly would hold a place among the requests under way.
 */
export function answerMethodNotAllowed(server: FastifyInstance): void {
  const routes = new Map<string, { readonly pattern: RegExp; readonly methods: Set<string> }>();
  server.addHook('onRoute', ({ url, method }) => {
    const route = routes.get(url) ?? { pattern: patternOf(url), methods: new Set<string>() };
    for (const each of [method].flat()) route.methods.add(each);
    routes.set(url, route);
  });
  server.addHook('onRequest', (request, reply, done) => {
    if (!request.is404) return done();
    const path = request.url.split('?')[0] ?? '';
    const matching = [...routes].filter(([, { pattern }]) => pattern.test(path));
    // As in the OpenAPI document, a path without parameters goes before one with them.
    const fewest = Math.min(...matching.map(([url]) => parametersOf(url)));
    const known = matching.filter(([url]) => parametersOf(url) === fewest).map(([, route]) => route);
    const allow = new Set(known.flatMap(({ methods }) => [...methods]));
    if (allow.size === 0)
      return done(new WeirError('WEIR_NOT_FOUND', `Cannot ${request.method} ${request.url}`));
    const methods = [...allow].sort().join(', ');
    const why = request.method === 'GET' ? ': a GET changes nothing and takes no body here' : '';
    reply.header('allow', methods);
    done(new WeirError('WEIR_METHOD_NOT_ALLOWED', `${path} answers ${methods}${why}`));
  });
}

function parametersOf(url: string): number {
  return url.split('/:').length - 1;
}

function patternOf(url: string): RegExp {
  const source = url
    .split('/')
    .map((part) => (part.startsWith(':') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
    .join('/');
  return new RegExp(`^${source}/?$`);
}
