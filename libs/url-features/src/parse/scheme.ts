import { type UrlProblem, urlProblem } from './url-problem.js';

/** Schemes that are followed by no `//`, so that `name:` alone tells them from `host:port`. */
const OPAQUE_SCHEMES = new Set([
  'javascript',
  'data',
  'mailto',
  'tel',
  'sms',
  'blob',
  'about',
  'urn',
  'view-source',
]);

/** The text with `http://` before it where it has no scheme. `host:8080/path` and `user:password@host` have none. */
export function withScheme(text: string): string | UrlProblem {
  // Nearly all have one of these two, and what follows costs more.
  if (text.startsWith('https://') || text.startsWith('http://')) return text;
  const colon = schemeEnd(text);
  if (colon < 0) return assumeHttp(text);
  const scheme = text.slice(0, colon).toLowerCase();
  if (scheme === 'http' || scheme === 'https') {
    // WHATWG reads `http:host` and `http:/host` as `http://host`; a port after a host called `http` is nonsense.
    return text;
  }
  const next = text.charCodeAt(colon + 1);
  if (isSlash(next) || OPAQUE_SCHEMES.has(scheme)) return urlProblem('unsupportedScheme');
  return assumeHttp(text);
}

function assumeHttp(text: string): string | UrlProblem {
  if (!isSlash(text.charCodeAt(0))) return `http://${text}`;
  // `//host/path` inherits its page's scheme; a single slash begins a path, and WHATWG would take it for a host.
  return isSlash(text.charCodeAt(1)) ? `http:${text}` : urlProblem('malformed');
}

/** Index of the colon that ends a scheme (RFC 3986: a letter, then letters, digits, `+`, `-`, `.`), or -1. */
function schemeEnd(text: string): number {
  if (!isLetter(text.charCodeAt(0))) return -1;
  for (let index = 1; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x3a) return index;
    if (!isLetter(code) && !isDigit(code) && code !== 0x2b && code !== 0x2d && code !== 0x2e) return -1;
  }
  return -1;
}

function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isSlash(code: number): boolean {
  return code === 0x2f || code === 0x5c;
}
