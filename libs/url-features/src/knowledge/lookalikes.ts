import { brandNames } from './brand-catalogue.js';
import { PLAIN_WORDS } from './generated/brands.js';
import { type Lookalike, Neighbourhood } from './neighbourhood.js';

/** A name shorter than this has many neighbours: another measure, {@link nearestShortBrand}. */
const SHORTEST = 5;
/** Two edits of a shorter name make another word; from 6 letters on they count where the first letter stands. */
const SHORTEST_AT_TWO = 8;
const SHORTEST_AT_TWO_IF_ANCHORED = 6;
const LONGEST_WORD = 24;
/** A short name that holds one of these is a word with an affix, near to others of the kind. */
const PLAIN_PARTS =
  /mail|support|online|bank|account|card|post|office|net|mobile|point|phone|direct|gov|tax|store/;
const SHORTEST_WITH_PLAIN_PART = 9;

const ignored = new Set([...brandNames.map(({ text }) => text), ...PLAIN_WORDS.split(' ')]);

const distinctive = new Neighbourhood({
  names: brandNames.filter(({ text, isWord }) => !isWord && isDistinctive(text)),
  ignored,
  shortestWord: SHORTEST,
  longestWord: LONGEST_WORD,
  editsAllowed: (length, isAnchored) =>
    length >= SHORTEST_AT_TWO || (isAnchored && length >= SHORTEST_AT_TWO_IF_ANCHORED) ? 2 : 1,
});

const short = new Neighbourhood({
  names: brandNames.filter(({ text, isWord }) => text.length === 4 || (isWord && text.length === 5)),
  ignored,
  shortestWord: 4,
  longestWord: 6,
  editsAllowed: () => 1,
});

function isDistinctive(name: string): boolean {
  return name.length >= SHORTEST_WITH_PLAIN_PART || (name.length >= SHORTEST && !PLAIN_PARTS.test(name));
}

/**
 * The word of `host` that is nearest to a brand's name, 1 or 2 edits from it, written into `into`. A word that is
 * itself a brand's name, or one of everyday language, is near none.
 */
export function nearestBrand(host: string, into: Lookalike): Lookalike {
  return distinctive.nearest(host, into);
}

/** The same for names of 4 letters and those of 5 that are words as well (`smbc`, `apple`), one edit from them. */
export function nearestShortBrand(host: string, into: Lookalike): Lookalike {
  return short.nearest(host, into);
}
