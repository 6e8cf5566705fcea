import type { ParsedUrl } from '@weir/url-features';
import type { CertificateFacts } from '../fetch/certificate.js';
import type { PageFacts } from '../page/page-facts.js';
import type { Registration } from '../rdap/registration.js';

/** What was found, or in a short clause why it could not be had. */
export type Finding<T> = { readonly found: T } | { readonly missing: string; readonly isPassing: boolean };

/** The server's answer at the end of the redirects. */
export interface Visit {
  readonly finalUrl: string;
  readonly certificate?: CertificateFacts;
}

/** All that is known of a URL's site, from which the features are told. */
export interface SiteFacts {
  readonly url: ParsedUrl;
  /** Whether the host name has an address. */
  readonly hasAddress: Finding<boolean>;
  /** `null`: the registry knows no such domain. */
  readonly registration: Finding<Registration | null>;
  readonly visit: Finding<Visit>;
  /** Known also where they were too many to follow. */
  readonly redirects: Finding<number>;
  readonly page: Finding<PageFacts>;
  /** When the facts were gathered, in milliseconds since 1970. */
  readonly at: number;
}

export function found<T>(value: T): Finding<T> {
  return { found: value };
}

/** `isPassing`: another attempt may have it. */
export function missing(why: string, isPassing = false): { missing: string; isPassing: boolean } {
  return { missing: why, isPassing };
}

export function mapFound<T, U>(finding: Finding<T>, map: (value: T) => U): Finding<U> {
  return 'found' in finding ? { found: map(finding.found) } : finding;
}
