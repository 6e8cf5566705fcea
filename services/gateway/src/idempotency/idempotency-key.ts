import { invalidRequest, issue } from '../http/request-validation.js';

/** A string of structured fields (RFC 9651), which the draft asks for. */
const QUOTED = /^"((?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\["\\])+)"$/;
/** As most clients send it. */
const BARE = /^[\x21\x23-\x2b\x2d-\x7e]+$/;
const MAX_LENGTH = 255;

/** The key in an `Idempotency-Key` header, quoted or not. Throws `WEIR_REQUEST_INVALID`. */
export function idempotencyKeyOf(header: string): string {
  const text = header.trim();
  const quoted = QUOTED.exec(text)?.[1]?.replace(/\\(["\\])/g, '$1');
  const key = quoted ?? (BARE.test(text) ? text : undefined);
  if (key !== undefined && key.length <= MAX_LENGTH) return key;
  const rule = `Idempotency-Key must be 1 to ${MAX_LENGTH} printable ASCII characters, without spaces or commas unless in double quotes`;
  throw invalidRequest([issue('Idempotency-Key', 'matches', rule)]);
}
