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

/**
 * A path without dot segments, closing slashes and needless escapes. Where it ends the URL (`isLast`), closing marks are
 * no part of it either.
 */
export function canonicalPath(path: string, isLast: boolean): string {
  const clean = withoutDotSegments(canonicalEscapes(path));
  return clean.slice(0, endBefore(clean, isLast ? isSlashOrMark : isSlash));
}

/** RFC 3986, section 5.2.4. The engine has done it, but for a few that Node 20 misses (`//.a/.`). */
function withoutDotSegments(path: string): string {
  if (!path.includes('/.')) return path;
  const segments = path.split('/');
  if (!segments.some(isDotSegment)) return path;
  const kept: string[] = [];
  for (const segment of segments.slice(1)) {
    if (segment === '..') kept.pop();
    else if (segment !== '.') kept.push(segment);
  }
  return `/${kept.join('/')}`;
}

function isDotSegment(segment: string): boolean {
  return segment === '.' || segment === '..';
}

/** A query without needless escapes, HTML's `&amp;` and tracking parameters; where it ends the URL, without closing marks. */
export function canonicalQuery(query: string, isLast: boolean): string {
  if (query.length === 0) return query;
  const clean = withoutEscapedAmpersands(canonicalEscapes(query));
  return withoutTracking(isLast ? withoutMarks(clean) : clean, isLast);
}

/** A fragment, which always ends the URL. */
export function canonicalFragment(fragment: string): string {
  return withoutMarks(canonicalEscapes(fragment));
}

/** Without the dot of the sentence it ended, and without the asterisk that collectors put for what names a victim. */
function withoutMarks(text: string): string {
  return text.slice(0, endBefore(text, isMark));
}

function endBefore(text: string, isClosing: (code: number) => boolean): number {
  let end = text.length;
  while (end > 0 && isClosing(text.charCodeAt(end - 1))) end--;
  return end;
}

function isSlash(code: number): boolean {
  return code === 0x2f;
}

function isMark(code: number): boolean {
  return code === 0x2e || code === 0x2a;
}

function isSlashOrMark(code: number): boolean {
  return isSlash(code) || isMark(code);
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

function withoutTracking(query: string, isLast: boolean): string {
  if (!mayHoldTracking(query)) return query;
  const parameters = query.split('&').filter((parameter) => !isTracking(parameter));
  while (isLast && parameters.length > 0) {
    // What comes last now may close with marks of its own, and be tracking but for them.
    const last = withoutMarks(parameters.pop() as string);
    if (isTracking(last)) continue;
    parameters.push(last);
    break;
  }
  return parameters.join('&');
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
