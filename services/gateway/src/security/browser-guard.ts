import { WeirError } from '@weir/platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { hostNameOf, isLoopback } from './loopback.js';

const READING: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/** What an answer may do in a browser; pages set a policy of their own. */
export const API_CONTENT_SECURITY_POLICY = "default-src 'none'; frame-ancestors 'none'";

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': API_CONTENT_SECURITY_POLICY,
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
};

/** A year; said over TLS only, where it can be kept. */
const STRICT_TRANSPORT = 'max-age=31536000';

export interface BrowserGuardOptions {
  /** Serve loopback host names only: a page of another site that points its name here (DNS rebinding) gets nothing. */
  readonly loopbackOnly: boolean;
  /** Origins of other sites that may ask for changes, with a key. */
  readonly allowedOrigins?: readonly string[];
}

/** Keeps other web sites from using the reader's browser against the gateway. */
export function guardAgainstBrowsers(
  server: FastifyInstance,
  { loopbackOnly, allowedOrigins = [] }: BrowserGuardOptions,
): void {
  const allowed = new Set(allowedOrigins);
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS);
    if (request.protocol === 'https') reply.header('strict-transport-security', STRICT_TRANSPORT);
    if (loopbackOnly) refuseForeignHost(request);
    const { origin } = request.headers;
    const isAllowed = origin !== undefined && allowed.has(origin);
    if (!READING.includes(request.method) && !isAllowed) refuseForeignOrigin(request);
  });
}

function refuseForeignHost({ headers }: FastifyRequest): void {
  const name = hostNameOf(headers.host);
  if (name !== null && isLoopback(name)) return;
  throw new WeirError('WEIR_HOST_REFUSED', 'The gateway serves localhost and loopback addresses only');
}

function refuseForeignOrigin({ headers }: FastifyRequest): void {
  const { origin, host } = headers;
  const isForeign = origin !== undefined && hostOf(origin) !== host?.toLowerCase();
  const isCrossSite = headers['sec-fetch-site'] === 'cross-site' || headers['sec-fetch-site'] === 'same-site';
  if (isForeign || isCrossSite) {
    throw new WeirError('WEIR_ORIGIN_REFUSED', 'A page of another origin asked for a change');
  }
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
