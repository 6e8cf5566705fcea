import { isIP } from 'node:net';
import { FetchFailure } from './fetch-failure.js';
import { refuseAddress } from './refuse-address.js';
import { refuseHost } from './refuse-host.js';

/** A URL that may be fetched as far as its text tells; names are judged again by the addresses they lead to. */
export interface GuardedUrl {
  readonly href: string;
  readonly protocol: 'http:' | 'https:';
  /** As the Host header has it. */
  readonly host: string;
  /** Without brackets and closing dot. */
  readonly hostname: string;
  readonly port: number;
  /** Path and query. */
  readonly path: string;
  readonly isAddress: boolean;
}

/**
 * Reads a URL by the WHATWG URL Standard, which writes every notation of an IPv4 address (`2130706433`, `0x7f.1`,
 * `0177.0.0.1`) as four decimal numbers, so that what is judged is what is connected to.
 * Throws `FetchFailure` `refused` on any other scheme or port, on credentials, and on hosts that are not public.
 */
export function guardUrl(text: string, ports: readonly number[], base?: string): GuardedUrl {
  const url = parse(text, base);
  if (url.username !== '' || url.password !== '') throw refused('the URL holds credentials');
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  if (!ports.includes(port)) throw refused(`port ${port} is not one of ${ports.join(', ')}`);
  const hostname = bareHostname(url.hostname);
  const isAddress = isIP(hostname) !== 0;
  const reason = isAddress ? addressReason(hostname) : refuseHost(hostname);
  if (reason !== undefined) throw refused(`the host is ${reason}`);
  return {
    href: withoutFragment(url),
    protocol: url.protocol as GuardedUrl['protocol'],
    host: url.host,
    hostname,
    port,
    path: `${url.pathname}${url.search}`,
    isAddress,
  };
}

function parse(text: string, base: string | undefined): URL {
  const url = URL.canParse(text, base) ? new URL(text, base) : undefined;
  if (url === undefined) throw refused('the text is not a URL');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw refused(`the scheme is ${url.protocol.slice(0, 20)}`);
  }
  return url;
}

function bareHostname(hostname: string): string {
  if (hostname.startsWith('[')) return hostname.slice(1, -1);
  return hostname.endsWith('.') ? hostname.slice(0, -1) : hostname;
}

function addressReason(hostname: string): string | undefined {
  const range = refuseAddress(hostname);
  return range === undefined ? undefined : `an address that is not public (${range})`;
}

function withoutFragment(url: URL): string {
  const hash = url.href.indexOf('#');
  return hash < 0 ? url.href : url.href.slice(0, hash);
}

function refused(why: string): FetchFailure {
  return new FetchFailure('refused', why);
}
