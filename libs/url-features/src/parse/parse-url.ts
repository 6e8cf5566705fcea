import { parse as parseDomain } from 'tldts';
import { canonicalFragment, canonicalPath, canonicalPort, canonicalQuery } from './canonical.js';
import { canonicalHost, hasValidPunycode, isDisguised, isDnsName, isIpHost } from './host.js';
import { compareReadings } from './literal-reading.js';
import type { ParsedUrl } from './parsed-url.js';
import { withScheme } from './scheme.js';
import { type UrlProblem, type UrlProblemCode, urlProblem } from './url-problem.js';

/** Longest URL taken, in UTF-16 code units; the same as the contract's `MAX_URL_LENGTH`. */
export const LONGEST_URL = 65_536;

const DOMAIN_OPTIONS = {
  allowPrivateDomains: true,
  extractHostname: false,
  validateHostname: false,
  detectIp: false,
} as const;

/**
 * Reads a URL by the WHATWG URL Standard; `http://` is assumed where there is no scheme.
 * Never throws: what cannot be read is returned as a {@link UrlProblem}.
 */
export function parseUrl(text: string): ParsedUrl | UrlProblem {
  const refusal = refuseText(text);
  if (refusal !== undefined) return urlProblem(refusal);
  const absolute = withScheme(text);
  if (typeof absolute !== 'string') return absolute;
  let url: URL;
  try {
    url = new URL(absolute);
  } catch {
    return urlProblem('malformed');
  }
  return describe(text, absolute, url);
}

function refuseText(text: string): UrlProblemCode | undefined {
  if (text.length === 0) return 'empty';
  if (text.length > LONGEST_URL) return 'tooLong';
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > 0x20 && code < 0x7f) continue;
    if (code <= 0x20)
      return code === 0x20 || (code >= 0x09 && code <= 0x0d) ? 'whitespace' : 'controlCharacter';
    if (code === 0x7f) return 'controlCharacter';
    if (code >= 0xa0 && isUnicodeSpace(code)) return 'whitespace';
  }
  return undefined;
}

function isUnicodeSpace(code: number): boolean {
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

function describe(text: string, absolute: string, url: URL): ParsedUrl | UrlProblem {
  const hostname = url.hostname;
  const isIp = isIpHost(hostname);
  const host = isIp ? hostname : canonicalHost(hostname);
  if (!isIp && !hasValidPunycode(host)) return urlProblem('malformed');
  if (!isIp && !isDnsName(host)) return urlProblem('invalidHost');
  const port = canonicalPort(url.port);
  const fragment = canonicalFragment(url.hash.slice(1));
  const query = canonicalQuery(url.search.slice(1), fragment === '');
  const path = canonicalPath(url.pathname, query === '' && fragment === '');
  const domain = isIp ? undefined : parseDomain(host, DOMAIN_OPTIONS);
  return {
    kind: 'url',
    text,
    href: url.href,
    canonical: `${host}${port === 0 ? '' : `:${port}`}${path}${query && `?${query}`}${fragment && `#${fragment}`}`,
    host,
    port,
    path,
    query,
    fragment,
    hasUserinfo: text.includes('@') && (url.username !== '' || url.password !== ''),
    isIp,
    isIpDisguised: isIp && isDisguised(absolute, hostname),
    disagreement: compareReadings(absolute, hostname),
    registrableDomain: domain?.domain ?? host,
    publicSuffix: domain?.publicSuffix ?? '',
    isPrivateSuffix: domain?.isPrivate === true,
    domainLabel: domain?.domainWithoutSuffix ?? '',
    subdomain: domain?.subdomain ?? '',
  };
}

/** The domain its holder registered (Public Suffix List, private part included); the host for IPs and bare suffixes. */
export function registrableDomain(parsed: ParsedUrl): string {
  return parsed.registrableDomain;
}
