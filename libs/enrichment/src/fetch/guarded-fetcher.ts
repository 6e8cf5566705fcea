import type { Socket } from 'node:net';
import { Client, type Dispatcher } from 'undici';
import { DnsResolver } from '../dns/dns-resolver.js';
import type { Resolver } from '../dns/resolver.js';
import { asFetchFailure, FetchFailure } from '../guard/fetch-failure.js';
import { type ConnectionOptions, type Dial, dialTcp, openConnection } from '../guard/guarded-connection.js';
import { type GuardedUrl, guardUrl } from '../guard/guarded-url.js';
import { ACCEPTED_ENCODINGS, type BoundedBody, readBounded } from './bounded-body.js';
import { type CertificateFacts, certificateOf } from './certificate.js';

export interface FetcherOptions {
  /** Default 80 and 443. */
  readonly ports?: readonly number[];
  readonly userAgent?: string;
  /** Default: the system's name servers. */
  readonly resolver?: Resolver;
  /** Default: TCP. */
  readonly dial?: Dial;
  readonly roots?: ConnectionOptions['roots'];
}

export interface FetchRequest {
  readonly accept: string;
  readonly maxBytes: number;
  readonly maxRedirects: number;
  /** Ends everything, whatever the server does. */
  readonly signal: AbortSignal;
  /** Whether to fail where a certificate does not hold, and without TLS. Default false. */
  readonly requireTrust?: boolean;
}

export interface Fetched extends BoundedBody {
  /** Without fragment. */
  readonly finalUrl: string;
  readonly redirects: number;
  readonly status: number;
  /** In lower case, without parameters. */
  readonly mediaType: string;
  readonly charset?: string;
  /** The final server's; absent over http. */
  readonly certificate?: CertificateFacts;
}

const MAX_HEADER_BYTES = 16 * 1024;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
const USER_AGENT = 'Mozilla/5.0 (compatible; Weir; phishing detection)';

interface Hop extends BoundedBody {
  readonly status: number;
  readonly headers: Dispatcher.ResponseData['headers'];
  readonly certificate?: CertificateFacts;
}

/**
 * GET without memory: a connection of its own for every hop, no cookies, no credentials, no referrer, no proxy.
 * Redirects are followed here, each URL judged like the first.
 */
export class GuardedFetcher {
  readonly #ports: readonly number[];
  readonly #userAgent: string;
  readonly #connection: Omit<ConnectionOptions, 'signal'>;

  constructor({ ports = [80, 443], userAgent = USER_AGENT, resolver, dial, roots }: FetcherOptions = {}) {
    this.#ports = ports;
    this.#userAgent = userAgent;
    this.#connection = {
      resolver: resolver ?? new DnsResolver(),
      dial: dial ?? dialTcp,
      ...(roots === undefined ? {} : { roots }),
    };
  }

  /** Judges a URL by its text alone. Throws `FetchFailure` `refused`. */
  check(url: string): void {
    guardUrl(url, this.#ports);
  }

  /** Throws `FetchFailure`; see its codes. An answer of any status is an answer. */
  async fetch(url: string, request: FetchRequest): Promise<Fetched> {
    let current = guardUrl(url, this.#ports);
    for (let redirects = 0; ; redirects++) {
      const hop = await this.#get(current, request);
      const location = hop.headers.location;
      if (!REDIRECTS.includes(hop.status) || typeof location !== 'string')
        return fetched(current, redirects, hop);
      if (redirects >= request.maxRedirects) {
        throw new FetchFailure('tooManyRedirects', `more than ${request.maxRedirects} redirects`);
      }
      current = guardUrl(location, this.#ports, current.href);
    }
  }

  async #get(url: GuardedUrl, request: FetchRequest): Promise<Hop> {
    if (request.requireTrust === true && url.protocol === 'http:') {
      throw new FetchFailure('untrusted', 'the answer would come without TLS');
    }
    const connected: { certificate?: CertificateFacts } = {};
    const onConnect = (socket: Socket): void => {
      const certificate = certificateOf(socket);
      if (certificate === undefined) return;
      connected.certificate = certificate;
      if (certificate.isTrusted || request.requireTrust !== true) return;
      socket.destroy();
      throw new FetchFailure('untrusted', 'the certificate does not hold');
    };
    const client = this.#clientFor(url, request.signal, onConnect);
    try {
      const response = await client.request(this.#requestFor(url, request));
      // Closed below while it may still be read: its error then is of no interest to anybody.
      response.body.on('error', () => undefined);
      const body = await readBounded(response.body, encodingOf(response), request.maxBytes);
      return { status: response.statusCode, headers: response.headers, ...connected, ...body };
    } catch (error) {
      throw asFetchFailure(error, request.signal);
    } finally {
      // Not close(): a body that never ends would be waited for.
      await client.destroy();
    }
  }

  #clientFor(url: GuardedUrl, signal: AbortSignal, onConnect: (socket: Socket) => void): Client {
    return new Client(`${url.protocol}//${url.host}`, {
      pipelining: 1,
      maxHeaderSize: MAX_HEADER_BYTES,
      // The signal bounds the whole; these would only bound its parts.
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: (_options, callback) => {
        openConnection(url, { ...this.#connection, signal })
          .then((socket) => {
            onConnect(socket);
            if (socket.destroyed) throw new FetchFailure('unreachable', 'the connection was closed');
            return socket;
          })
          .then(
            (socket) => callback(null, socket),
            (error: unknown) => callback(asFetchFailure(error, signal), null),
          );
      },
    });
  }

  #requestFor(url: GuardedUrl, { accept, signal }: FetchRequest): Dispatcher.RequestOptions {
    return {
      method: 'GET',
      // "connection: close": there is no second request.
      reset: true,
      path: url.path,
      signal,
      headers: { accept, 'accept-encoding': ACCEPTED_ENCODINGS, 'user-agent': this.#userAgent },
    };
  }
}

function encodingOf({ headers }: Dispatcher.ResponseData): string | undefined {
  const encoding = headers['content-encoding'];
  return Array.isArray(encoding) ? encoding.join(',') : encoding;
}

function fetched(url: GuardedUrl, redirects: number, { headers, ...hop }: Hop): Fetched {
  const contentType = headers['content-type'];
  const [mediaType = '', ...parameters] = (typeof contentType === 'string' ? contentType : '').split(';');
  const charset = parameters.map((each) => each.trim()).find((each) => /^charset=/i.test(each));
  return {
    ...hop,
    finalUrl: url.href,
    redirects,
    mediaType: mediaType.trim().toLowerCase(),
    ...(charset === undefined ? {} : { charset: charset.slice('charset='.length).replaceAll('"', '') }),
  };
}
