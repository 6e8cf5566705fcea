import { WordMatcher } from '../words/word-matcher.js';
import { brandNames } from './brand-catalogue.js';
import { editDistance } from './edit-distance.js';
import { asciiForm, glance } from './skeleton.js';

/** A name this short has too many neighbours to be one edit from. */
const SHORTEST_AT_ONE = 5;
const SHORTEST_AT_TWO = 7;
/** Words of a host compared: a bound for a hostile one. */
const MOST_WORDS = 12;

/** What looks like a brand's name without being one. */
export interface Lookalike {
  /** Index of the brand, or -1. */
  brand: number;
  /** Edits between the word of the host and the name; 0 where nothing is near. */
  distance: number;
  /** The word of the host. */
  word: string;
}

const targets = brandNames.filter(({ text, isWord }) => !isWord && text.length >= SHORTEST_AT_ONE);
const masks = Int32Array.from(targets, ({ text }) => letterMask(text));
const lengths = Uint8Array.from(targets, ({ text }) => text.length);
const known = new Set(brandNames.map(({ text }) => text));

/** `lng` would be taken for `ing`. */
const SHORTEST_AT_A_GLANCE = 4;
const read = brandNames
  .filter(({ text }) => text.length >= SHORTEST_AT_A_GLANCE)
  .map(({ text, brand, isWord }) => ({ text: glance(text), brand, isWord }));
const glanceMatcher = new WordMatcher(
  read.map(({ text }) => text),
  read.map(({ isWord }) => isWord),
);
const plainMatcher = new WordMatcher(
  brandNames.map(({ text }) => text),
  brandNames.map(({ isWord }) => isWord),
);

/** The word of `host` nearest to a brand's name (1 or 2 edits), written into `into`. */
export function nearestBrand(host: string, into: Lookalike): Lookalike {
  into.brand = -1;
  into.distance = 0;
  into.word = '';
  let start = 0;
  let words = 0;
  for (let index = 0; index <= host.length && words < MOST_WORDS; index++) {
    const code = host.charCodeAt(index);
    if (index < host.length && code !== 0x2e && code !== 0x2d) continue;
    if (index - start >= SHORTEST_AT_ONE - 1) {
      words++;
      compare(host.slice(start, index), into);
      if (into.distance === 1) return into;
    }
    start = index + 1;
  }
  return into;
}

function compare(word: string, into: Lookalike): void {
  if (word.length > 24 || known.has(word)) return;
  const mask = letterMask(word);
  for (let index = 0; index < targets.length; index++) {
    const length = lengths[index] as number;
    const most = length >= SHORTEST_AT_TWO ? 2 : 1;
    const gap = length - word.length;
    if (gap > most || gap < -most) continue;
    // An edit changes at most one letter on either side.
    const mine = masks[index] as number;
    if (bits(mine & ~mask) > most || bits(mask & ~mine) > most) continue;
    const { text, brand } = targets[index] as { text: string; brand: number };
    const distance = editDistance(word, text, most);
    if (distance > most || distance === 0 || (into.distance > 0 && distance >= into.distance)) continue;
    into.brand = brand;
    into.distance = distance;
    into.word = word;
  }
}

/** The brand that `host` seems to name at a glance and does not name in fact, or -1: `paypa1`, `rnicrosoft`, Cyrillic letters. */
export function confusableBrand(host: string): number {
  const seen = glance(asciiForm(host));
  const found = glanceMatcher.scan(seen);
  if (found === 0) return -1;
  const plain = plainMatcher.scan(host);
  for (let index = 0; index < found; index++) {
    const brand = (read[glanceMatcher.found[index] as number] as { brand: number }).brand;
    let isPlain = false;
    for (let other = 0; other < plain; other++) {
      if (brandNames[plainMatcher.found[other] as number]?.brand === brand) isPlain = true;
    }
    if (!isPlain) return brand;
  }
  return -1;
}

/** A bit for each letter, one for all digits. */
function letterMask(text: string): number {
  let mask = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    mask |= code >= 0x61 && code <= 0x7a ? 1 << (code - 0x61) : 1 << 26;
  }
  return mask;
}

function bits(mask: number): number {
  let left = mask;
  let count = 0;
  while (left !== 0) {
    left &= left - 1;
    count++;
  }
  return count;
}
