import { WordMatcher } from '../words/word-matcher.js';
import { brandNames } from './brand-catalogue.js';
import { brandMatcher } from './brand-matching.js';
import { asciiForm, glance } from './skeleton.js';

/** `lng` would be taken for `ing`. */
const SHORTEST = 4;
/** A shorter name shows in longer words by chance (`emailphone`), so it counts only between separators. */
const SHORTEST_WITHIN = 7;

const read = brandNames
  .filter(({ text }) => text.length >= SHORTEST)
  .map(({ text, brand, isWord }) => ({
    text: glance(text),
    brand,
    isWord: isWord || text.length < SHORTEST_WITHIN,
  }));
const glances = new WordMatcher(
  read.map(({ text }) => text),
  read.map(({ isWord }) => isWord),
);
/**
 * The brand that `host` names at a glance and not in fact, or -1: `paypa1`, `rnicrosoft`, Cyrillic letters
 * (Unicode TR39 skeletons, made of the decoded punycode).
 */
export function confusableBrand(host: string): number {
  const found = glances.scan(glance(asciiForm(host)));
  if (found === 0) return -1;
  const named = brandMatcher.scan(host);
  for (let index = 0; index < found; index++) {
    const brand = read[glances.found[index] as number]?.brand ?? -1;
    if (!isNamed(brand, named)) return brand;
  }
  return -1;
}

function isNamed(brand: number, count: number): boolean {
  for (let index = 0; index < count; index++) {
    if (brandNames[brandMatcher.found[index] as number]?.brand === brand) return true;
  }
  return false;
}
