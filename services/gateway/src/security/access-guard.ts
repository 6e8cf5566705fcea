import { WeirError } from '@weir/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { routeConfigOf } from '../http/route-config.js';
import { type Access, accessOf } from './access.js';
import type { Authenticator, Identified } from './authenticator.js';
import { ANONYMOUS, mayUse, principalOf, refusalOf, setPrincipal, setRefusal } from './principal.js';
import { isCsrfTokenOf } from './session/csrf.js';
import { sessionIdOf } from './session/session-cookie.js';

const READING: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];
const REALM = 'Bearer realm="weir"';

/**
 * Finds who asks, for `principalOf`. Refuses nobody yet, so that what comes between this hook and
 * {@link refuseStrangers} can count those who guess.
 */
export function identifyCallers(server: FastifyInstance, authenticator: Authenticator): void {
  const mark = (request: FastifyRequest, found: Identified): void => {
    if (found instanceof WeirError) setRefusal(request, found);
    setPrincipal(request, found instanceof WeirError ? ANONYMOUS : found);
  };
  server.addHook('onRequest', (request, _reply, done) => {
    const access = accessOf(routeConfigOf(request));
    // What is for everybody asks nobody, least of all the cache for a session.
    const found =
      access === undefined || access === 'public' ? authenticator.nobody : authenticator.identify(request);
    if (!(found instanceof Promise)) {
      mark(request, found);
      done();
      return;
    }
    found.then((late) => {
      mark(request, late);
      done();
    }, done);
  });
}

/** Answers 401 or 403 where a route is not for who asks. Routes that are not there stay 404 and 405 for everybody. */
export function refuseStrangers(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    const access = accessOf(routeConfigOf(request));
    if (access === undefined || access === 'public') return done();
    // A route may say otherwise of its own answers.
    reply.header('cache-control', 'no-store');
    const refusal = refusalFor(request, access);
    if (refusal === undefined) return done();
    challenge(reply, refusal, access);
    done(refusal);
  });
}

function refusalFor(request: FastifyRequest, access: Exclude<Access, 'public'>): WeirError | undefined {
  const refusal = refusalOf(request);
  if (refusal !== undefined) return refusal;
  const principal = principalOf(request);
  if (principal.kind === 'anonymous') {
    return new WeirError('WEIR_KEY_REQUIRED', 'The request shows no key and no session');
  }
  if (!mayUse(principal, access)) {
    return new WeirError('WEIR_SCOPE_MISSING', `"${principal.name}" lacks the scope ${access}`, {
      context: { scope: access },
    });
  }
  return principal.kind === 'session' ? forgeryOf(request) : undefined;
}

/** What a browser sends by itself proves nothing: a change needs the token that only the page was told. */
export function forgeryOf(request: FastifyRequest): WeirError | undefined {
  if (READING.includes(request.method)) return undefined;
  const id = sessionIdOf(request.headers.cookie);
  if (id !== null && isCsrfTokenOf(id, request.headers['x-csrf-token'])) return undefined;
  return new WeirError('WEIR_CSRF_REFUSED', "X-CSRF-Token is not the session's");
}

/** RFC 6750, section 3. */
export function challenge(reply: FastifyReply, { code }: WeirError, scope?: string): void {
  if (code === 'WEIR_KEY_REQUIRED') reply.header('www-authenticate', REALM);
  if (code === 'WEIR_KEY_REFUSED') reply.header('www-authenticate', `${REALM}, error="invalid_token"`);
  if (code === 'WEIR_SCOPE_MISSING')
    reply.header('www-authenticate', `${REALM}, error="insufficient_scope", scope="${scope}"`);
}
