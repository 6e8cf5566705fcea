import { brandNames } from './brand-catalogue.js';
import { editDistance } from './edit-distance.js';
import { PLAIN_WORDS } from './generated/brands.js';

/** Names shorter than this have too many neighbours to be one edit from. */
const SHORTEST_AT_ONE = 5;
/** Two edits of a shorter name make another word; from 6 letters on they count where the first letter stands. */
const SHORTEST_AT_TWO = 8;
const SHORTEST_AT_TWO_IF_ANCHORED = 6;
/** Longest word compared. */
const LONGEST = 24;
/** Words of a host compared: a bound for a hostile one. */
const MOST_WORDS = 12;
/** A short name that holds one of these is a word with an affix, near to others of the kind. */
const PLAIN_PARTS = [
  'mail',
  'support',
  'online',
  'bank',
  'account',
  'card',
  'post',
  'office',
  'net',
  'mobile',
];
const SHORTEST_WITH_PLAIN_PART = 9;

/** What looks like a brand's name without being one. */
export interface Lookalike {
  /** Index of the brand, or -1. */
  brand: number;
  /** Edits between the word of the host and the name; 0 where nothing is near. */
  distance: number;
  /** The word of the host. */
  word: string;
}

const targets = brandNames
  .filter(({ text, isWord }) => !isWord && isDistinctive(text))
  .sort((a, b) => a.text.length - b.text.length);
const masks = Int32Array.from(targets, ({ text }) => letterMask(text));
const initials = Uint8Array.from(targets, ({ text }) => text.charCodeAt(0));
/** The first target of each length, and one past the last. */
const firstOfLength = Int32Array.from({ length: LONGEST + 4 }, (_, length) => {
  const at = targets.findIndex(({ text }) => text.length >= length);
  return at < 0 ? targets.length : at;
});
const known = new Set([...brandNames.map(({ text }) => text), ...PLAIN_WORDS.split(' ')]);

function isDistinctive(name: string): boolean {
  if (name.length < SHORTEST_AT_ONE) return false;
  return name.length >= SHORTEST_WITH_PLAIN_PART || !PLAIN_PARTS.some((part) => name.includes(part));
}

/**
 * The word of `host` (between dots and hyphens) that is nearest to a brand's name, 1 or 2 edits from it, written into
 * `into`. A word that is itself a brand's name is near none.
 */
export function nearestBrand(host: string, into: Lookalike): Lookalike {
  into.brand = -1;
  into.distance = 0;
  into.word = '';
  let start = 0;
  let words = 0;
  for (let index = 0; index <= host.length && words < MOST_WORDS; index++) {
    const code = host.charCodeAt(index);
    if (index < host.length && code !== 0x2e && code !== 0x2d) continue;
    const length = index - start;
    if (length >= SHORTEST_AT_ONE && length <= LONGEST) {
      words++;
      compare(host.slice(start, index), into);
      if (into.distance === 1) return into;
    }
    start = index + 1;
  }
  return into;
}

function compare(word: string, into: Lookalike): void {
  const mask = letterMask(word);
  const initial = word.charCodeAt(0);
  const end = firstOfLength[word.length + 3] as number;
  for (let index = firstOfLength[Math.max(0, word.length - 2)] as number; index < end; index++) {
    // An edit changes at most one letter on either side.
    const difference = mask ^ (masks[index] as number);
    if (bits(difference) > 4) continue;
    const { text, brand } = targets[index] as { text: string; brand: number };
    const most = editsAllowed(text.length, initials[index] === initial);
    if (Math.abs(text.length - word.length) > most || bits(difference & mask) > most) continue;
    const distance = editDistance(word, text, most);
    if (distance > most || (into.distance > 0 && distance >= into.distance)) continue;
    if (distance === 0 || known.has(word)) return;
    into.brand = brand;
    into.distance = distance;
    into.word = word;
  }
}

function editsAllowed(length: number, isAnchored: boolean): number {
  return length >= SHORTEST_AT_TWO || (isAnchored && length >= SHORTEST_AT_TWO_IF_ANCHORED) ? 2 : 1;
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

/** Bits set in a word (Hacker's Delight, 5-1). */
function bits(mask: number): number {
  let sum = mask - ((mask >>> 1) & 0x55555555);
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
  return Math.imul((sum + (sum >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
