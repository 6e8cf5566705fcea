import type { ParsedUrl } from '@weir/url-features';
import type { Resolver } from '../dns/resolver.js';
import { type Finding, found, missing, type SiteFacts } from '../features/site-facts.js';
import type { GuardedFetcher } from '../fetch/guarded-fetcher.js';
import type { Registration } from '../rdap/registration.js';
import type { Registrations } from '../rdap/registrations.js';
import { missingBecause } from './missing-because.js';
import { untilAborted } from './until-aborted.js';
import { type VisitLimits, visitSite } from './visit-site.js';

export interface FactSources {
  readonly fetcher: GuardedFetcher;
  readonly resolver: Resolver;
  readonly registrations: Registrations;
  readonly now: () => number;
}

/** Asks all sources at once. Never rejects, and ends when `signal` does, with what was had by then. */
export async function gatherFacts(
  url: ParsedUrl,
  sources: FactSources,
  limits: VisitLimits,
  signal: AbortSignal,
): Promise<SiteFacts> {
  const [hasAddress, registration, visit] = await Promise.all([
    findAddress(url, sources.resolver, signal),
    findRegistration(url, sources.registrations, signal),
    findVisit(url, sources.fetcher, limits, signal),
  ]);
  return { url, hasAddress, registration, ...visit, at: sources.now() };
}

async function findAddress(
  url: ParsedUrl,
  resolver: Resolver,
  signal: AbortSignal,
): Promise<Finding<boolean>> {
  if (url.isIp) return found(false);
  try {
    const addresses = await untilAborted(resolver.resolve(new URL(url.href).hostname, signal), signal);
    return found(addresses.length > 0);
  } catch (error) {
    return missingBecause('the DNS record', error, signal);
  }
}

async function findRegistration(
  url: ParsedUrl,
  registrations: Registrations,
  signal: AbortSignal,
): Promise<Finding<Registration | null>> {
  if (url.isIp) return missing('an address has no registered domain');
  if (url.isPrivateSuffix) {
    return missing('the name is one of many below a host’s own, whose registration says nothing of it');
  }
  if (url.domainLabel === '') return missing('the host is no registrable domain');
  try {
    const answer = await untilAborted(registrations.registrationOf(url.registrableDomain, signal), signal);
    return answer === undefined ? missing('the registry offers no RDAP') : found(answer);
  } catch (error) {
    return missingBecause('the registration', error, signal);
  }
}

async function findVisit(
  url: ParsedUrl,
  fetcher: GuardedFetcher,
  limits: VisitLimits,
  signal: AbortSignal,
): Promise<Pick<SiteFacts, 'visit' | 'redirects' | 'page'>> {
  try {
    return await untilAborted(visitSite(url.href, fetcher, limits, signal), signal);
  } catch (error) {
    const absent = missingBecause('the page', error, signal);
    return { visit: absent, redirects: absent, page: absent };
  }
}
