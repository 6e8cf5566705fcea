import type { Resolver } from '../dns/resolver.js';
import { asFetchFailure, FetchFailure } from './fetch-failure.js';
import type { GuardedUrl } from './guarded-url.js';
import { refuseAddress } from './refuse-address.js';

/**
 * The addresses that may be connected to for this URL; each of them was judged. One address that is not public
 * refuses the name altogether: nobody mixes the two in good faith.
 * Throws `FetchFailure` `unresolved`, `refused`, `unreachable` or `timeout`.
 */
export async function publicAddresses(
  url: GuardedUrl,
  resolver: Resolver,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const addresses = url.isAddress ? [url.hostname] : await resolve(url.hostname, resolver, signal);
  if (addresses.length === 0) throw new FetchFailure('unresolved', 'the host name has no address');
  if (addresses.some((address) => refuseAddress(address) !== undefined)) {
    throw new FetchFailure('refused', 'the host leads to an address that is not public');
  }
  return addresses;
}

async function resolve(
  hostname: string,
  resolver: Resolver,
  signal: AbortSignal,
): Promise<readonly string[]> {
  try {
    return await resolver.resolve(hostname, signal);
  } catch (error) {
    const failure = asFetchFailure(error, signal);
    if (failure.code !== 'unreachable') throw failure;
    throw new FetchFailure('unreachable', 'the name servers did not answer', { cause: error });
  }
}
