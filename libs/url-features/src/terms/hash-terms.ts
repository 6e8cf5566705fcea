import type { ParsedUrl } from '../parse/parsed-url.js';
import { RUN_LENGTHS, type RunLengths, TERM_BLOCK_SIZE } from './term-blocks.js';
import type { TermBuffer } from './term-buffer.js';
import { FNV_OFFSET, fnvStep, isWordCharacter, place } from './term-hash.js';

/** Characters of path, query and fragment that are read: what follows is mostly identifiers. */
export const LONGEST_TAIL = 200;

const WORD = 0x77;
const HOST_START = 0x5e;
const HOST_END = 0x24;
const { host_terms: HOST_LENGTHS, path_terms: TAIL_LENGTHS } = RUN_LENGTHS;

/**
 * The terms of a URL as ids, the host's (below `TERM_BLOCK_SIZE`) first: every run of 1 to 4 characters of the host,
 * its beginning and end marked; every run of 3 to 4 of the first 200 characters after it, in lower case; and the words
 * of both. A term that occurs twice has two ids. Reads the canonical URL only, so spelling changes nothing.
 */
export function hashTerms(parsed: ParsedUrl, into: TermBuffer): void {
  const host = parsed.host;
  const tail = tailOf(parsed);
  into.reserve(
    (host.length + 2) * HOST_LENGTHS.longest +
      host.length +
      tail.length * (TAIL_LENGTHS.longest - TAIL_LENGTHS.shortest + 2),
  );
  const codes = codesOf(host, tail);
  const hostEnd = host.length + 2;
  let length = hashRuns(codes, 0, hostEnd, HOST_LENGTHS, 0, into.ids, into.length);
  length = hashWords(codes, 1, hostEnd - 1, 0, into.ids, length);
  into.hostLength = length;
  const end = hostEnd + tail.length;
  length = hashRuns(codes, hostEnd, end, TAIL_LENGTHS, TERM_BLOCK_SIZE, into.ids, length);
  into.length = hashWords(codes, hostEnd, end, TERM_BLOCK_SIZE, into.ids, length);
}

/** What follows the host in the canonical URL, as far as it is read, in lower case. */
export function tailOf({ canonical, host }: ParsedUrl): string {
  return canonical.slice(host.length, host.length + LONGEST_TAIL).toLowerCase();
}

/** Longest host (253, or a bracketed address) with its marks, and the longest tail; lower case may lengthen that. */
const CODES = new Uint16Array(1_024);

function codesOf(host: string, tail: string): Uint16Array {
  CODES[0] = HOST_START;
  for (let index = 0; index < host.length; index++) CODES[index + 1] = host.charCodeAt(index);
  CODES[host.length + 1] = HOST_END;
  const start = host.length + 2;
  for (let index = 0; index < tail.length; index++) CODES[start + index] = tail.charCodeAt(index);
  return CODES;
}

function hashRuns(
  codes: Uint16Array,
  from: number,
  to: number,
  { shortest, longest }: RunLengths,
  block: number,
  ids: Uint32Array,
  length: number,
): number {
  let next = length;
  for (let start = from; start < to; start++) {
    const end = Math.min(to, start + longest);
    let hash = FNV_OFFSET;
    for (let index = start; index < end; index++) {
      hash = fnvStep(hash, codes[index] as number);
      if (index - start + 1 >= shortest) ids[next++] = block + place(hash);
    }
  }
  return next;
}

function hashWords(
  codes: Uint16Array,
  from: number,
  to: number,
  block: number,
  ids: Uint32Array,
  length: number,
): number {
  let next = length;
  let hash = 0;
  let inWord = false;
  for (let index = from; index < to; index++) {
    const code = codes[index] as number;
    if (isWordCharacter(code)) {
      if (!inWord) hash = fnvStep(FNV_OFFSET, WORD);
      hash = fnvStep(hash, code);
      inWord = true;
    } else if (inWord) {
      ids[next++] = block + place(hash);
      inWord = false;
    }
  }
  if (inWord) ids[next++] = block + place(hash);
  return next;
}
