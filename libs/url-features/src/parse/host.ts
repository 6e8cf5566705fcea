import { domainToUnicode } from 'node:url';

/** RFC 1035 limits, in ASCII characters. */
const MAX_HOST_LENGTH = 253;
const MAX_LABEL_LENGTH = 63;

/**
 * Whether DNS can hold the name. WHATWG lets through what no resolver takes (`{"url"`, `a..b`).
 * Underscores are allowed: they are outside RFC 952, and in use.
 */
export function isDnsName(host: string): boolean {
  if (host.length === 0 || host.length > MAX_HOST_LENGTH) return false;
  let labelStart = 0;
  for (let index = 0; index < host.length; index++) {
    const code = host.charCodeAt(index);
    if (code === 0x2e) {
      if (!isLabelLength(index - labelStart)) return false;
      labelStart = index + 1;
    } else if (!isHostCharacter(code)) return false;
  }
  return isLabelLength(host.length - labelStart);
}

function isLabelLength(length: number): boolean {
  return length > 0 && length <= MAX_LABEL_LENGTH;
}

function isHostCharacter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x5f;
}

/**
 * Whether every `xn--` label is punycode that decodes (RFC 3492). Node 20 refuses a URL where one does not, Node 24
 * takes it: checked here, a URL reads the same on both.
 */
export function hasValidPunycode(host: string): boolean {
  if (!host.includes('xn--')) return true;
  const decoded = domainToUnicode(host);
  return decoded !== '' && !decoded.split('.').some((label) => label.startsWith('xn--'));
}

/** A host as WHATWG serialises it, without its closing dot and leading `www.`s; `www.com` stays itself. */
export function canonicalHost(hostname: string): string {
  const end = hostname.endsWith('.') ? hostname.length - 1 : hostname.length;
  const last = hostname.lastIndexOf('.', end - 1);
  let start = 0;
  while (hostname.startsWith('www.', start) && last >= start + 4) start += 4;
  return hostname.slice(start, end);
}

/** WHATWG turns every notation of an IPv4 address into four decimal numbers, so a number at the end is enough. */
export function isIpHost(hostname: string): boolean {
  if (hostname.charCodeAt(0) === 0x5b) return true;
  const last = hostname.charCodeAt(hostname.length - 1);
  if (last < 0x30 || last > 0x39) return false;
  const label = hostname.slice(hostname.lastIndexOf('.') + 1);
  for (let index = 0; index < label.length; index++) {
    const code = label.charCodeAt(index);
    if (code < 0x30 || code > 0x39) return false;
  }
  return true;
}

/**
 * Whether the IPv4 address `hostname`, in WHATWG's form, stands in `text` (with its scheme) in another notation, or is
 * wrapped in an IPv6 address (`::ffff:0:0/96` mapped, `64:ff9b::/96` by NAT64).
 */
export function isDisguised(text: string, hostname: string): boolean {
  if (hostname.charCodeAt(0) === 0x5b)
    return hostname.startsWith('[::ffff:') || hostname.startsWith('[64:ff9b::');
  let start = text.indexOf(':') + 1;
  while (text[start] === '/' || text[start] === '\\') start++;
  let end = start;
  while (end < text.length && !'/\\?#'.includes(text[end] as string)) end++;
  const authority = text.slice(start, end);
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  const colon = host.indexOf(':');
  const written = colon < 0 ? host : host.slice(0, colon);
  return written !== hostname && written !== `${hostname}.`;
}
