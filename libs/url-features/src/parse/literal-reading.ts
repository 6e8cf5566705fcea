import { domainToUnicode } from 'node:url';

/**
 * Where a program that reads a URL letter by letter, as RFC 3986 splits it (appendix B), finds something else than a
 * browser does. A filter that reads the one and a browser that opens the other is what such spellings are made for.
 */
export interface ParserDisagreement {
  /** Backslashes, escapes or compatibility letters in the host, two `@` in front of it, a missing or third slash. */
  readonly host: boolean;
  /** Backslashes for slashes, escaped dot segments. */
  readonly path: boolean;
  /** `@` signs before the host: one ends the userinfo, more are disputed. */
  readonly atSigns: number;
  /** Not exactly two slashes between scheme and host. */
  readonly slashes: boolean;
}

const AGREEMENT: ParserDisagreement = { host: false, path: false, atSigns: 0, slashes: false };
const AT = 0x40;
const SLASH = 0x2f;
const BACKSLASH = 0x5c;
const QUESTION = 0x3f;
const HASH = 0x23;

/** Compares the literal reading of `text`, which has a scheme, with the host that WHATWG found in it. */
export function compareReadings(text: string, hostname: string): ParserDisagreement {
  const colon = text.indexOf(':');
  const isPlain = text.startsWith('//', colon + 1) && isPlainHost(text, colon + 3, hostname);
  if (isPlain && !text.includes('\\') && !text.includes('%2')) return AGREEMENT;
  return compareClosely(text, colon, hostname);
}

/** Whether the host stands at `start` as WHATWG serialises it, and what follows it is neither port nor userinfo. */
function isPlainHost(text: string, start: number, hostname: string): boolean {
  if (!isSameText(text, start, hostname)) return false;
  const end = start + hostname.length;
  if (end === text.length) return true;
  const next = text.charCodeAt(end);
  return next === SLASH || next === QUESTION || next === HASH;
}

function compareClosely(text: string, colon: number, hostname: string): ParserDisagreement {
  const start = hostStart(text, colon);
  const slashes = start !== colon + 3 || !text.startsWith('//', colon + 1);
  const literalStart = slashes ? literalAuthority(text, colon) : start;
  const end = authorityEnd(text, literalStart);
  const pathStart = authorityEnd(text, start, true);
  const atSigns = countAtSigns(text, start, pathStart);
  const host = atSigns > 1 || !isSameHost(text, hostOf(text, literalStart, end), hostname);
  const path = differsInPath(text, pathStart);
  if (!host && !path && atSigns === 0 && !slashes) return AGREEMENT;
  return { host, path, atSigns, slashes };
}

/** Where WHATWG begins to read the authority: behind any number of slashes and backslashes. */
function hostStart(text: string, colon: number): number {
  let start = colon + 1;
  while (text.charCodeAt(start) === SLASH || text.charCodeAt(start) === BACKSLASH) start++;
  return start;
}

/** Behind exactly `//`; at the end of the text where no authority is. */
function literalAuthority(text: string, colon: number): number {
  return text.startsWith('//', colon + 1) ? colon + 3 : text.length;
}

function authorityEnd(text: string, start: number, backslashEnds = false): number {
  for (let index = start; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === SLASH || code === QUESTION || code === HASH || (backslashEnds && code === BACKSLASH))
      return index;
  }
  return text.length;
}

function countAtSigns(text: string, start: number, end: number): number {
  let found = 0;
  for (let index = start; index < end; index++) if (text.charCodeAt(index) === AT) found++;
  return found;
}

interface Range {
  start: number;
  end: number;
}

const range: Range = { start: 0, end: 0 };

/** The host between the first `@` and the port, as the grammar of RFC 3986 has it. */
function hostOf(text: string, start: number, end: number): Range {
  range.start = start;
  for (let index = start; index < end; index++) {
    if (text.charCodeAt(index) !== AT) continue;
    range.start = index + 1;
    break;
  }
  range.end = end;
  for (let index = end - 1; index >= range.start; index--) {
    const code = text.charCodeAt(index);
    if (code === 0x3a) range.end = index;
    else if (code < 0x30 || code > 0x39) break;
  }
  return range;
}

function isSameHost(text: string, { start, end }: Range, hostname: string): boolean {
  if (end - start === hostname.length && isSameText(text, start, hostname)) return true;
  const written = text.slice(start, end).toLowerCase();
  for (let index = 0; index < written.length; index++) {
    // A name in its own letters is the same name; letters that WHATWG had to map to others are not.
    if (written.charCodeAt(index) > 0x7f) return written.normalize('NFC') === domainToUnicode(hostname);
  }
  return written === hostname;
}

/** Compares without case: `text` from `start` with all of `lower`. */
function isSameText(text: string, start: number, lower: string): boolean {
  for (let index = 0; index < lower.length; index++) {
    const code = text.charCodeAt(start + index);
    const folded = code >= 0x41 && code <= 0x5a ? code | 0x20 : code;
    if (folded !== lower.charCodeAt(index)) return false;
  }
  return true;
}

function differsInPath(text: string, start: number): boolean {
  let segment = start;
  for (let index = start; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === BACKSLASH) return true;
    if (code === SLASH) segment = index + 1;
    else if (code === QUESTION || code === HASH) return false;
    else if (code === 0x25 && index - segment <= 1 && isDotSegment(text, segment)) return true;
  }
  return false;
}

/** Whether the segment at `start` is `.` or `..` with a dot written `%2e`. */
function isDotSegment(text: string, start: number): boolean {
  let dots = 0;
  let index = start;
  while (dots < 3) {
    if (text.charCodeAt(index) === 0x2e) index++;
    else if (text.startsWith('%2e', index) || text.startsWith('%2E', index)) index += 3;
    else break;
    dots++;
  }
  if (dots === 0 || dots > 2) return false;
  const next = index < text.length ? text.charCodeAt(index) : SLASH;
  return next === SLASH || next === BACKSLASH || next === QUESTION || next === HASH;
}
