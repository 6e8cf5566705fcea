import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './generated/api.js';
import { type RetryOptions, retryingFetch, type Send } from './sending/retrying-fetch.js';

export interface WeirClientOptions {
  /** The gateway's address: `http://127.0.0.1:8080`. In a page of the gateway's own, empty. */
  readonly gateway: string;
  /** An API key; a page has its session's cookie instead. */
  readonly key?: string;
  /** How often, and after which waits, to send again what may be sent twice; `false` never does. */
  readonly retry?: RetryOptions | false;
  /** The session's token, which a page sends along with whatever changes something. Read for each request. */
  readonly csrfToken?: () => string | undefined;
  /** Sees each request before it is sent, each repetition too; it may set headers. */
  readonly onRequest?: (request: Request) => void;
  /** Sends the requests in place of the platform's `fetch`. */
  readonly fetch?: Send;
}

/** Every route of the gateway, typed from its OpenAPI document: `client.GET('/v1/models')`. */
export interface WeirClient extends Client<paths> {
  /** A route by its path, as a plain response: for streams, files, and what a type would be in the way of. */
  fetch(path: string, init?: RequestInit & { readonly duplex?: 'half' }): Promise<Response>;
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

export function createWeirClient(options: WeirClientOptions): WeirClient {
  const { gateway, retry } = options;
  const base = gateway.replace(/\/+$/, '');
  const send = sending(options);
  const repeating = retryingFetch(retry === false ? { attempts: 1 } : (retry ?? {}), send);
  const once = retryingFetch({ attempts: 1 }, send);
  return Object.assign(createClient<paths>({ baseUrl: base, fetch: repeating }), {
    fetch: (path: string, init?: RequestInit) => {
      const request = new Request(base + path, init);
      // What streams cannot be sent twice, and a copy kept for that would hold all of it in memory.
      return init?.body instanceof ReadableStream ? once(request) : repeating(request);
    },
  });
}

function sending({ key, csrfToken, onRequest, fetch: given }: WeirClientOptions): Send {
  // Looked up for each request: a page's tests put their own in its place.
  const send = given ?? ((request: Request) => globalThis.fetch(request));
  return (request) => {
    if (key !== undefined) request.headers.set('authorization', `Bearer ${key}`);
    const token = SAFE.has(request.method) ? undefined : csrfToken?.();
    if (token !== undefined) request.headers.set('x-csrf-token', token);
    onRequest?.(request);
    return send(request);
  };
}
