import type { Cache } from '@weir/platform';
import type { RdapClient } from './rdap-client.js';
import type { Registration } from './registration.js';

/** Raised with every change of {@link Registration}. */
const FORMAT = 1;

/** Registrations by domain: a thousand URLs of one site are one question to its registry, which counts them. */
export class Registrations {
  constructor(
    private readonly rdap: RdapClient,
    private readonly cache: Cache,
    private readonly ttlMs: number,
  ) {}

  /** As `RdapClient.registrationOf`; failures are not kept. */
  async registrationOf(domain: string, signal: AbortSignal): Promise<Registration | null | undefined> {
    const key = `registration:${FORMAT}:${domain}`;
    const kept = await this.cache.get(key).catch(() => null);
    if (kept !== null) return (JSON.parse(kept) as { registration?: Registration | null }).registration;
    const registration = await this.rdap.registrationOf(domain, signal);
    // Not awaited: the answer does not hang on the cache.
    void this.cache.set(key, JSON.stringify({ registration }), { ttlMs: this.ttlMs }).catch(() => undefined);
    return registration;
  }
}
