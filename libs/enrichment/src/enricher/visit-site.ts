import { type Finding, found, missing, type SiteFacts, type Visit } from '../features/site-facts.js';
import type { Fetched, GuardedFetcher } from '../fetch/guarded-fetcher.js';
import { FetchFailure } from '../guard/fetch-failure.js';
import { decodeHtml } from '../page/decode-html.js';
import type { PageFacts } from '../page/page-facts.js';
import { readPage } from '../page/read-page.js';
import { missingBecause } from './missing-because.js';

export interface VisitLimits {
  readonly maxBytes: number;
  readonly maxRedirects: number;
}

export type VisitFacts = Pick<SiteFacts, 'visit' | 'redirects' | 'page'>;

const HTML = ['text/html', 'application/xhtml+xml'];
const ACCEPT = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1';

/**
 * Fetches the page and whatever page it refreshes itself to at once, which is a redirect like the others. Never
 * rejects: what could not be had is missing.
 */
export async function visitSite(
  url: string,
  fetcher: GuardedFetcher,
  limits: VisitLimits,
  signal: AbortSignal,
): Promise<VisitFacts> {
  let redirects = 0;
  try {
    for (let target = url; ; ) {
      const maxRedirects = limits.maxRedirects - redirects;
      const request = { accept: ACCEPT, maxBytes: limits.maxBytes, maxRedirects, signal };
      const fetched = await fetcher.fetch(target, request);
      redirects += fetched.redirects;
      const page = await pageOf(fetched);
      const next = refreshOf(page, fetched.finalUrl);
      if (next === undefined) return { visit: found(visitOf(fetched)), redirects: found(redirects), page };
      redirects += 1;
      if (redirects > limits.maxRedirects)
        throw new FetchFailure('tooManyRedirects', 'the page keeps moving');
      target = next;
    }
  } catch (error) {
    const absent = missingBecause('the page', error, signal);
    const tooMany = error instanceof FetchFailure && error.code === 'tooManyRedirects';
    return { visit: absent, redirects: tooMany ? found(limits.maxRedirects + 1) : absent, page: absent };
  }
}

function visitOf({ finalUrl, certificate }: Fetched): Visit {
  return { finalUrl, ...(certificate === undefined ? {} : { certificate }) };
}

/** An error's page is the server's, not the site's. */
async function pageOf({ status, mediaType, bytes, charset, finalUrl }: Fetched): Promise<Finding<PageFacts>> {
  if (status < 200 || status > 299) {
    return missing(`the page answered ${status}`, status >= 500 || status === 429);
  }
  if (!HTML.includes(mediaType)) return missing('the page is not HTML');
  return found(await readPage(decodeHtml(bytes, charset), finalUrl));
}

/** A page that refreshes to itself reloads. */
function refreshOf(page: Finding<PageFacts>, finalUrl: string): string | undefined {
  if (!('found' in page)) return undefined;
  const [target] = page.found.refreshUrl?.split('#') ?? [];
  return target === finalUrl ? undefined : target;
}
