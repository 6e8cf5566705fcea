import { connect, type Socket } from 'node:net';
import { connect as connectTls, type SecureContextOptions, type TLSSocket } from 'node:tls';
import type { Resolver } from '../dns/resolver.js';
import { asFetchFailure, FetchFailure } from './fetch-failure.js';
import type { GuardedUrl } from './guarded-url.js';
import { publicAddresses } from './public-addresses.js';

/** Starts a connection to an address that was judged; nothing is looked up any more. */
export type Dial = (address: string, port: number) => Socket;

export const dialTcp: Dial = (address, port) => connect({ host: address, port, autoSelectFamily: false });

export interface ConnectionOptions {
  readonly resolver: Resolver;
  readonly dial: Dial;
  readonly signal: AbortSignal;
  /** Roots beside which a certificate is judged; Node's own by default. */
  readonly roots?: SecureContextOptions['ca'];
}

/** Addresses of one name that are tried, one after another. */
const MOST_ATTEMPTS = 3;
/** An address that is silent for so long is given up for the next. */
const ATTEMPT_MS = 3_000;

/**
 * A connection to the host of `url`: its name is resolved once, each address judged, and the connection made to what
 * was judged, so that a name server has no second answer to give. For https a TLS connection whose certificate was
 * looked at and not relied upon: `socket.authorized` tells.
 */
export async function openConnection(url: GuardedUrl, options: ConnectionOptions): Promise<Socket> {
  const addresses = await publicAddresses(url, options.resolver, options.signal);
  let failure: unknown;
  for (const address of addresses.slice(0, MOST_ATTEMPTS)) {
    try {
      return await connectTo(address, url, options);
    } catch (error) {
      if (options.signal.aborted) throw asFetchFailure(error, options.signal);
      failure = error;
    }
  }
  throw asFetchFailure(failure, options.signal);
}

async function connectTo(address: string, url: GuardedUrl, options: ConnectionOptions): Promise<Socket> {
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(ATTEMPT_MS)]);
  const socket = bearing(options.dial(address, url.port));
  await established(socket, 'connect', signal);
  if (url.protocol === 'http:') return socket;
  const secure = bearing(secured(socket, url, options));
  await established(secure, 'secureConnect', signal);
  return secure;
}

/**
 * A server may break the connection in the moment between two owners of the socket, when nobody listens; an error that
 * nobody listens to ends the process. The next owner finds the socket destroyed.
 */
function bearing<S extends Socket>(socket: S): S {
  socket.on('error', () => undefined);
  return socket;
}

/** A phishing page's certificate is a fact about it, not a reason to look away. */
function secured(socket: Socket, url: GuardedUrl, { roots }: ConnectionOptions): TLSSocket {
  return connectTls({
    socket,
    host: url.hostname,
    ...(url.isAddress ? {} : { servername: url.hostname }),
    ...(roots === undefined ? {} : { ca: roots }),
    ALPNProtocols: ['http/1.1'],
    rejectUnauthorized: false,
  });
}

function established(socket: Socket, event: 'connect' | 'secureConnect', signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (outcome: () => void): void => {
      signal.removeEventListener('abort', onAbort);
      socket.removeListener('error', onError);
      socket.removeListener('close', onClose);
      outcome();
    };
    const fail = (error: unknown): void =>
      settle(() => {
        socket.destroy();
        reject(error);
      });
    const onAbort = (): void => fail(new FetchFailure('timeout', 'no connection in time'));
    const onError = (error: Error): void => fail(error);
    const onClose = (): void => fail(new FetchFailure('unreachable', 'the connection was closed'));
    if (signal.aborted) return onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    socket.once('error', onError).once('close', onClose);
    socket.once(event, () => settle(resolve));
  });
}
