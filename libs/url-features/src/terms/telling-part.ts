import type { ParsedUrl } from '../parse/parsed-url.js';
import { tailOf } from './hash-terms.js';
import { RUN_LENGTHS, TERM_BLOCK_SIZE, type TermBlock } from './term-blocks.js';
import { isWordCharacter, placeOf } from './term-hash.js';

/**
 * The stretch of a URL that a linear model's weights make most of: each term's weight is shared out evenly among its
 * characters, and the stretch with the largest sum is taken (Kadane's algorithm), then widened to whole words.
 * Empty where no character counts towards it. `sign` -1 looks for what speaks against phishing.
 */
export function tellingPart(
  parsed: ParsedUrl,
  block: TermBlock,
  weightOf: (id: number) => number,
  sign: 1 | -1 = 1,
): string {
  const text = block === 'host_terms' ? `^${parsed.host}$` : tailOf(parsed);
  const shares = new Float64Array(text.length);
  eachTerm(text, block, (id, start, end) => {
    const share = (sign * weightOf(id)) / (end - start);
    for (let index = start; index < end; index++) shares[index] = (shares[index] as number) + share;
  });
  const [start, end] = largestStretch(shares);
  return block === 'host_terms'
    ? wholeWords(text, Math.max(start, 1), Math.min(end, text.length - 1), 1, text.length - 1)
    : wholeWords(text, start, end, 0, text.length);
}

/** Every term of one block, with the characters it stands for: what `hashTerms` does, slowly. */
export function eachTerm(
  text: string,
  block: TermBlock,
  visit: (id: number, start: number, end: number) => void,
): void {
  const { shortest, longest } = RUN_LENGTHS[block];
  const base = block === 'host_terms' ? 0 : TERM_BLOCK_SIZE;
  for (let start = 0; start < text.length; start++) {
    for (let length = shortest; length <= longest && start + length <= text.length; length++) {
      visit(base + placeOf(text.slice(start, start + length)), start, start + length);
    }
  }
  for (const [start, end] of wordsOf(text)) {
    visit(base + placeOf(`w${text.slice(start, end)}`), start, end);
  }
}

function wordsOf(text: string): [number, number][] {
  const words: [number, number][] = [];
  let start = -1;
  for (let index = 0; index <= text.length; index++) {
    const inWord = index < text.length && isWordCharacter(text.charCodeAt(index));
    if (inWord && start < 0) start = index;
    if (inWord || start < 0) continue;
    words.push([start, index]);
    start = -1;
  }
  return words;
}

function largestStretch(shares: Float64Array): [number, number] {
  let best = 0;
  let found: [number, number] = [0, 0];
  let sum = 0;
  let start = 0;
  for (let index = 0; index < shares.length; index++) {
    if (sum <= 0) {
      sum = 0;
      start = index;
    }
    sum += shares[index] as number;
    if (sum > best) {
      best = sum;
      found = [start, index + 1];
    }
  }
  return found;
}

function wholeWords(text: string, start: number, end: number, first: number, last: number): string {
  if (end <= start) return '';
  let from = start;
  let to = end;
  while (from > first && isWordCharacter(text.charCodeAt(from)) && isWordCharacter(text.charCodeAt(from - 1)))
    from--;
  while (to < last && isWordCharacter(text.charCodeAt(to - 1)) && isWordCharacter(text.charCodeAt(to))) to++;
  while (from < to && !isWordCharacter(text.charCodeAt(from))) from++;
  while (to > from && !isWordCharacter(text.charCodeAt(to - 1))) to--;
  return text.slice(from, to);
}
