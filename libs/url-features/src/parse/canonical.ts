import { canonicalEscapes } from './escapes.js';

/** Parameters that tell where a link was found, not where it leads: they would tell who collected it, and when. */
const TRACKING_PARAMETERS = new Set(
  'fbclid gclid gclsrc dclid msclkid yclid twclid igshid mc_cid mc_eid _hsenc _hsmi mkt_tok'.split(' '),
);
/** The longest of them, and the least that is looked at. */
const LONGEST_NAME = 8;
const CAMPAIGN_PREFIX = 'utm_';
const ESCAPED_AMPERSAND = '&amp;';

/** 80 and 443 are defaults whatever the scheme, or the port would tell the scheme: 0 for both. */
export function canonicalPort(port: string): number {
  if (port === '' || port === '80' || port === '443') return 0;
  return Number(port);
}

/** A path without its closing slashes and needless escapes; dot segments are gone already. */
export function canonicalPath(path: string): string {
  let end = path.length;
  while (end > 0 && path.charCodeAt(end - 1) === 0x2f) end--;
  return canonicalEscapes(path.slice(0, end));
}

/** A query without needless escapes, HTML's `&amp;` and tracking parameters. */
export function canonicalQuery(query: string): string {
  if (query.length === 0) return query;
  return withoutTracking(withoutEscapedAmpersands(canonicalEscapes(query)));
}

/** Collected from HTML source, a URL may still be written as HTML writes it. */
function withoutEscapedAmpersands(query: string): string {
  let at = query.indexOf(ESCAPED_AMPERSAND);
  if (at < 0) return query;
  let clean = '';
  let start = 0;
  for (; at >= 0; at = query.indexOf(ESCAPED_AMPERSAND, start)) {
    clean += query.slice(start, at + 1);
    start = at + ESCAPED_AMPERSAND.length;
    while (query.startsWith('amp;', start)) start += 4;
  }
  return clean + query.slice(start);
}

function withoutTracking(query: string): string {
  if (!mayHoldTracking(query)) return query;
  return query
    .split('&')
    .filter((parameter) => !isTracking(parameter))
    .join('&');
}

/** Almost no query holds any, and a look is cheaper than a split. */
function mayHoldTracking(query: string): boolean {
  for (let start = 0; start >= 0 && start < query.length; ) {
    if (isTrackingName(query, start)) return true;
    const next = query.indexOf('&', start);
    start = next < 0 ? -1 : next + 1;
  }
  return false;
}

function isTracking(parameter: string): boolean {
  return isTrackingName(parameter, 0);
}

function isTrackingName(query: string, start: number): boolean {
  if (query.startsWith(CAMPAIGN_PREFIX, start)) return true;
  let end = start;
  while (end < query.length && end - start <= LONGEST_NAME && !endsName(query.charCodeAt(end))) end++;
  return TRACKING_PARAMETERS.has(query.slice(start, end));
}

function endsName(code: number): boolean {
  return code === 0x3d || code === 0x26;
}
