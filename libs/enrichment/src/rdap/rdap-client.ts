import type { GuardedFetcher } from '../fetch/guarded-fetcher.js';
import { FetchFailure } from '../guard/fetch-failure.js';
import { readBootstrap, serverFor } from './rdap-bootstrap.js';
import { readRegistration } from './read-registration.js';
import type { Registration } from './registration.js';

export const IANA_BOOTSTRAP = 'https://data.iana.org/rdap/dns.json';

const BOOTSTRAP_LASTS_MS = 86_400_000;
/** A list that could not be had is not asked for at every URL. */
const FAILURE_LASTS_MS = 60_000;
const BOOTSTRAP_BYTES = 1024 * 1024;
const ANSWER_BYTES = 256 * 1024;
const MAX_REDIRECTS = 3;
/** The bootstrap file serves everybody who waits for it, so nobody's deadline ends it. */
const BOOTSTRAP_MS = 10_000;

type Servers = ReadonlyMap<string, string>;

/** Asks the registries for domains (RDAP, RFC 9082), through the same guard as pages, over TLS that holds. */
export class RdapClient {
  #servers: Promise<Servers> | undefined;
  #staleAt = 0;

  constructor(
    private readonly fetcher: GuardedFetcher,
    private readonly bootstrapUrl: string = IANA_BOOTSTRAP,
    private readonly now: () => number = Date.now,
  ) {}

  /**
   * The registration of a domain; `null` where the registry knows no such domain, `undefined` where the registry
   * cannot be asked. Throws `FetchFailure`.
   */
  async registrationOf(domain: string, signal: AbortSignal): Promise<Registration | null | undefined> {
    const server = serverFor(domain, await this.#bootstrap());
    if (server === undefined) return undefined;
    const url = `${server}domain/${domain}`;
    const answer = await this.#fetch(url, 'application/rdap+json', ANSWER_BYTES, signal);
    if (answer.status === 404) return null;
    const registration = answer.status === 200 ? readRegistration(answer.json()) : undefined;
    if (registration === undefined)
      throw new FetchFailure('malformed', `the registry answered ${answer.status}`);
    return registration;
  }

  #bootstrap(): Promise<Servers> {
    if (this.#servers !== undefined && this.now() < this.#staleAt) return this.#servers;
    this.#staleAt = this.now() + BOOTSTRAP_LASTS_MS;
    this.#servers = this.#loadBootstrap().catch((error: unknown) => {
      this.#staleAt = this.now() + FAILURE_LASTS_MS;
      throw error;
    });
    return this.#servers;
  }

  async #loadBootstrap(): Promise<Servers> {
    const signal = AbortSignal.timeout(BOOTSTRAP_MS);
    const answer = await this.#fetch(this.bootstrapUrl, 'application/json', BOOTSTRAP_BYTES, signal);
    if (answer.status !== 200) throw new FetchFailure('malformed', 'the list of registries could not be had');
    return readBootstrap(answer.json());
  }

  async #fetch(url: string, accept: string, maxBytes: number, signal: AbortSignal) {
    const request = { accept, maxBytes, maxRedirects: MAX_REDIRECTS, signal, requireTrust: true };
    const { status, bytes, isTruncated } = await this.fetcher.fetch(url, request);
    const json = (): unknown => {
      if (isTruncated) throw new FetchFailure('tooLarge', 'the answer is too large');
      try {
        return JSON.parse(bytes.toString('utf8'));
      } catch (error) {
        throw new FetchFailure('malformed', 'the answer is not JSON', { cause: error });
      }
    };
    return { status, json };
  }
}
