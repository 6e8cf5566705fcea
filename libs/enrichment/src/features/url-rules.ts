import type { ParsedUrl } from '@weir/url-features';
import { isShortener } from './shortener.js';
import { phishingIf, type Ternary } from './ternary.js';

/** Where the `//` after the scheme ends at the latest: `https://`. */
const LAST_SCHEME_SLASHES = 7;

/** The features that the URL alone tells, each as the paper defines it. */
export const URL_RULES = {
  having_IP_Address: ({ isIp }) => phishingIf(isIp),
  URL_Length: ({ href }) => (href.length < 54 ? 1 : href.length <= 75 ? 0 : -1),
  Shortining_Service: (url) => phishingIf(isShortener(url)),
  having_At_Symbol: ({ href }) => phishingIf(href.includes('@')),
  double_slash_redirecting: ({ href }) => phishingIf(href.lastIndexOf('//') > LAST_SCHEME_SLASHES),
  having_Sub_Domain: subdomains,
  HTTPS_token: ({ host }) => phishingIf(host.includes('https')),
  // The port in the URL: the paper tries which ports are open, and to scan others' hosts is not Weir's business.
  port_no: ({ port }) => phishingIf(port !== 0),
} as const satisfies Record<string, (url: ParsedUrl) => Ternary>;

/** The paper counts dots after `www.` and the country's suffix are taken away; an address is all dots. */
function subdomains({ isIp, subdomain }: ParsedUrl): Ternary {
  if (isIp) return -1;
  if (subdomain === '') return 1;
  return subdomain.includes('.') ? -1 : 0;
}
