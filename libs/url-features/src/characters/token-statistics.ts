import { isEncodedAddress } from './mail-address.js';

/** The codes among the runs of letters and digits of a text: what programs write and people do not. */
export interface TokenStatistics {
  /** Long runs that keep changing between small letters, capitals and digits: base64, keys, session numbers. */
  mixedCodes: number;
  /** Hexadecimal runs of 16 and more, letters and digits among them: hashes. */
  hexCodes: number;
  /** UUIDs: five hexadecimal runs of 8, 4, 4, 4 and 12, hyphens between them. */
  uuids: number;
  /** Characters in all of these. */
  codeCharacters: number;
  /** Runs that are an e-mail address in base64. */
  encodedAddresses: number;
}

const SMALL = 1;
const CAPITAL = 2;
const DIGIT = 4;
const HYPHEN = 0x2d;
const UUID_RUNS = [8, 4, 4, 4, 12] as const;
const UUID_LENGTH = 36;
const SHORTEST_HEX_CODE = 16;

/** No shorter run of letters and digits is a code, or the longest part of one. */
export const SHORTEST_CODE = 10;
const LONGEST_ENCODED_ADDRESS = 340;

/** What the run read last is made of. */
const token = { kinds: 0, changes: 0, isHex: true };
let uuidStage = 0;

export function newTokenStatistics(): TokenStatistics {
  return { mixedCodes: 0, hexCodes: 0, uuids: 0, codeCharacters: 0, encodedAddresses: 0 };
}

/** Fills `into` from `text`. */
export function measureTokens(text: string, into: TokenStatistics): TokenStatistics {
  into.mixedCodes = 0;
  into.hexCodes = 0;
  into.uuids = 0;
  into.codeCharacters = 0;
  into.encodedAddresses = 0;
  uuidStage = 0;
  let start = 0;
  for (let index = 0; index <= text.length; index++) {
    const code = index < text.length ? text.charCodeAt(index) : 0;
    if (kindOf(code) !== 0) continue;
    if (index > start) close(text, start, index, into);
    if (code !== HYPHEN) uuidStage = 0;
    start = index + 1;
  }
  return into;
}

function close(text: string, start: number, end: number, into: TokenStatistics): void {
  const length = end - start;
  if (!mayBelongToCode(length)) {
    uuidStage = 0;
    return;
  }
  readToken(text, start, end);
  if (endsUuid(length)) {
    into.uuids++;
    into.codeCharacters += UUID_LENGTH;
    return;
  }
  if (length < SHORTEST_CODE) return;
  if (isHexCode(length)) {
    into.hexCodes++;
    into.codeCharacters += length;
  } else if (isMixedCode(length)) {
    into.mixedCodes++;
    into.codeCharacters += length;
  }
  // Base64 of letters has capitals in it: a slug need not be decoded to be ruled out.
  const mayBeAddress = token.kinds & CAPITAL && length <= LONGEST_ENCODED_ADDRESS;
  if (mayBeAddress && isEncodedAddress(text, start, end)) into.encodedAddresses++;
}

/** Most runs are ruled out by their length: neither long nor of a UUID. */
function mayBelongToCode(length: number): boolean {
  return length >= SHORTEST_CODE || length === UUID_RUNS[0] || length === UUID_RUNS[uuidStage];
}

function readToken(text: string, start: number, end: number): void {
  let kinds = 0;
  let changes = -1;
  let isHex = true;
  let previous = 0;
  for (let index = start; index < end; index++) {
    const code = text.charCodeAt(index);
    const kind = kindOf(code);
    if (kind !== previous) changes++;
    kinds |= kind;
    if (kind !== DIGIT && (code | 0x20) > 0x66) isHex = false;
    previous = kind;
  }
  token.kinds = kinds;
  token.changes = changes;
  token.isHex = isHex;
}

function endsUuid(length: number): boolean {
  if (token.isHex && length === UUID_RUNS[uuidStage]) uuidStage++;
  else uuidStage = token.isHex && length === UUID_RUNS[0] ? 1 : 0;
  if (uuidStage < UUID_RUNS.length) return false;
  uuidStage = 0;
  return true;
}

function isHexCode(length: number): boolean {
  return length >= SHORTEST_HEX_CODE && token.isHex && (token.kinds & DIGIT) !== 0 && token.kinds !== DIGIT;
}

/** Capitals at words' beginnings change twice a word, and years once; codes change every second or third character. */
function isMixedCode(length: number): boolean {
  return (token.kinds & DIGIT) !== 0 && token.kinds !== DIGIT && token.changes * 3 >= length;
}

function kindOf(code: number): number {
  if (code >= 0x61 && code <= 0x7a) return SMALL;
  if (code >= 0x30 && code <= 0x39) return DIGIT;
  return code >= 0x41 && code <= 0x5a ? CAPITAL : 0;
}
