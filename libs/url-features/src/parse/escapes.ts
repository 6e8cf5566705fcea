const PERCENT = 0x25;

/**
 * Percent-encoding as RFC 3986, section 6.2.2, normalises it: letters, digits, `-`, `.`, `_` and `~` stand as themselves,
 * the other escapes in upper case. A lone `%` stays, and so does an escape that would complete it to another one.
 */
export function canonicalEscapes(text: string): string {
  let at = text.indexOf('%');
  if (at < 0) return text;
  let clean = '';
  let start = 0;
  /** Where the last `%` that begins no escape stands in `clean`. */
  let lone = -3;
  for (; at >= 0; at = text.indexOf('%', at + 1)) {
    const code = escapedCode(text, at);
    if (code < 0) {
      lone = clean.length + at - start;
      continue;
    }
    clean += text.slice(start, at);
    const completes = isHexDigit(code) && isHalfEscape(clean, lone);
    clean +=
      isUnreserved(code) && !completes ? String.fromCharCode(code) : text.slice(at, at + 3).toUpperCase();
    start = at + 3;
  }
  return clean + text.slice(start);
}

/** Whether `text` ends in the `%` at `lone`, or in it and one hexadecimal digit. */
function isHalfEscape(text: string, lone: number): boolean {
  if (lone === text.length - 1) return true;
  return lone === text.length - 2 && isHexDigit(text.charCodeAt(text.length - 1));
}

/** The byte that the escape at `at` stands for; -1 where there is none. */
export function escapedCode(text: string, at: number): number {
  if (text.charCodeAt(at) !== PERCENT) return -1;
  const high = hexValue(text.charCodeAt(at + 1));
  const low = hexValue(text.charCodeAt(at + 2));
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

function hexValue(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

function isHexDigit(code: number): boolean {
  return hexValue(code) >= 0;
}

function isUnreserved(code: number): boolean {
  const lower = code | 0x20;
  if (lower >= 0x61 && lower <= 0x7a) return true;
  if (code >= 0x30 && code <= 0x39) return true;
  return code === 0x2d || code === 0x2e || code === 0x5f || code === 0x7e;
}
