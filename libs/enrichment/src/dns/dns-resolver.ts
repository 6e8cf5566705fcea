import { promises as dns } from 'node:dns';
import type { Resolver } from './resolver.js';

const QUERY_TIMEOUT_MS = 2_000;
const TRIES = 2;
/** More than any honest name has. */
const MOST_ADDRESSES = 16;
/** There is no such name, or none of this kind: an answer, not a failure. */
const ABSENT: readonly string[] = ['ENOTFOUND', 'ENODATA', 'NXDOMAIN', 'NODATA'];

/**
 * Asks the system's name servers. Not `getaddrinfo`: that reads `/etc/hosts` and search domains, which lead to this
 * network, and holds a thread of the pool for as long as a hostile name server likes.
 */
export class DnsResolver implements Resolver {
  constructor(private readonly servers: readonly string[] = []) {}

  async resolve(hostname: string, signal: AbortSignal): Promise<readonly string[]> {
    signal.throwIfAborted();
    const resolver = new dns.Resolver({ timeout: QUERY_TIMEOUT_MS, tries: TRIES });
    if (this.servers.length > 0) resolver.setServers(this.servers);
    const cancel = () => resolver.cancel();
    signal.addEventListener('abort', cancel, { once: true });
    try {
      // A closing dot: the name is complete.
      const name = `${hostname}.`;
      const answers = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
      return addressesOf(answers);
    } finally {
      signal.removeEventListener('abort', cancel);
    }
  }
}

/** One family may fail while the other answers; none found while one failed is no answer. */
function addressesOf(answers: readonly PromiseSettledResult<string[]>[]): string[] {
  const found = answers.flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
  const failed = answers.find((each) => each.status === 'rejected' && !isAbsence(each.reason));
  if (found.length === 0 && failed?.status === 'rejected') throw failed.reason;
  return found.slice(0, MOST_ADDRESSES);
}

function isAbsence(reason: unknown): boolean {
  return reason instanceof Error && 'code' in reason && ABSENT.includes(String(reason.code));
}
