/** Characters looked at behind an `@`: a host has at most 253, and the name of a mail service far fewer. */
const FARTHEST = 64;
const AT = 0x40;
const DOT = 0x2e;

/** Whether an e-mail address stands in a URL's text, its `@` plain or as `%40`. */
export function holdsAddress(text: string): boolean {
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (isAddressAt(text, at, at + 1)) return true;
  }
  for (let at = text.indexOf('%40'); at >= 0; at = text.indexOf('%40', at + 3)) {
    if (isAddressAt(text, at, at + 3)) return true;
  }
  return false;
}

/** A letter or digit before the sign; behind it labels, and two letters after one of their dots. */
function isAddressAt(text: string, sign: number, after: number): boolean {
  if (sign === 0 || !isLetterOrDigit(text.charCodeAt(sign - 1))) return false;
  const end = Math.min(text.length, after + FARTHEST);
  for (let index = after; index < end; index++) {
    const code = text.charCodeAt(index);
    if (code === DOT) {
      if (index > after && isLetter(text.charCodeAt(index + 1)) && isLetter(text.charCodeAt(index + 2)))
        return true;
    } else if (!isLetterOrDigit(code) && code !== 0x2d) return false;
  }
  return false;
}

/** Whether the base64 between `start` and `end` is the text of an e-mail address (RFC 4648; padding is not there). */
export function isEncodedAddress(text: string, start: number, end: number): boolean {
  let bits = 0;
  let held = 0;
  let length = 0;
  let sign = -1;
  let dot = -1;
  for (let index = start; index < end; index++) {
    const value = base64Value(text.charCodeAt(index));
    held = ((held << 6) | value) & 0xfff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    const code = (held >> bits) & 0xff;
    if (code === AT) {
      if (sign >= 0 || length === 0) return false;
      sign = length;
    } else if (code === DOT) dot = length;
    else if (!isAddressCharacter(code)) return false;
    length++;
  }
  return sign > 0 && dot > sign + 1 && length - dot >= 3;
}

function isAddressCharacter(code: number): boolean {
  return isLetterOrDigit(code) || code === 0x2d || code === 0x5f || code === 0x2b;
}

/** Only letters and digits are asked for. */
function base64Value(code: number): number {
  if (code <= 0x39) return code + 4;
  return code <= 0x5a ? code - 0x41 : code - 0x47;
}

function isLetterOrDigit(code: number): boolean {
  return isLetter(code) || (code >= 0x30 && code <= 0x39);
}

function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}
