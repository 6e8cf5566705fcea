import { isObject } from './read-registration.js';

/**
 * The RDAP servers of IANA's bootstrap file (RFC 9224): `services` pairs lists of suffixes with lists of base URLs.
 * Only https is taken: an answer over http is anybody's. Throws `TypeError` where the file has another shape.
 */
export function readBootstrap(file: unknown): ReadonlyMap<string, string> {
  if (!isObject(file) || !Array.isArray(file.services)) throw new TypeError('not an RDAP bootstrap file');
  const servers = new Map<string, string>();
  for (const service of file.services as unknown[]) {
    const [suffixes, urls] = Array.isArray(service) ? (service as unknown[]) : [];
    if (!Array.isArray(suffixes) || !Array.isArray(urls)) continue;
    const base = urls.find((url): url is string => typeof url === 'string' && url.startsWith('https://'));
    if (base === undefined) continue;
    for (const suffix of suffixes) {
      if (typeof suffix === 'string')
        servers.set(suffix.toLowerCase(), base.endsWith('/') ? base : `${base}/`);
    }
  }
  return servers;
}

/** The server of the longest suffix that is listed, or `undefined`: some countries' registries have none. */
export function serverFor(domain: string, servers: ReadonlyMap<string, string>): string | undefined {
  for (let dot = domain.indexOf('.'); dot >= 0; dot = domain.indexOf('.', dot + 1)) {
    const server = servers.get(domain.slice(dot + 1));
    if (server !== undefined) return server;
  }
  return undefined;
}
