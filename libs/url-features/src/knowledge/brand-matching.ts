import { WordMatcher } from '../words/word-matcher.js';
import { brandNames } from './brand-catalogue.js';

/** Finds brand names; its indices are those of `brandNames`. */
export const brandMatcher = new WordMatcher(
  brandNames.map(({ text }) => text),
  brandNames.map(({ isWord }) => isWord),
);

const wholeNames = new Set(brandNames.map(({ text }) => text));

/** How many brand names `text` holds that are not `owner`'s (an index, -1 for nobody's). */
export function countForeignBrands(text: string, owner: number): number {
  if (text.length === 0) return 0;
  const found = brandMatcher.scan(text);
  let foreign = 0;
  for (let index = 0; index < found; index++) {
    if (brandFound(index) !== owner) foreign++;
  }
  return foreign;
}

/** The first brand in `text` that is not `owner`'s, or -1. */
export function firstForeignBrand(text: string, owner: number): number {
  if (text.length === 0) return -1;
  const found = brandMatcher.scan(text);
  for (let index = 0; index < found; index++) {
    if (brandFound(index) !== owner) return brandFound(index);
  }
  return -1;
}

/** The names in `text` that are not `owner`'s, in order and once each: for explanations. */
export function foreignBrandNames(text: string, owner: number): string[] {
  const found = brandMatcher.scan(text);
  const names = Array.from(brandMatcher.found.subarray(0, found), (index) => brandNames[index]).filter(
    (name) => name !== undefined && name.brand !== owner,
  );
  return [...new Set(names.map((name) => name?.text as string))];
}

/** Whether `label` as a whole is a brand's name. */
export function isBrandName(label: string): boolean {
  return wholeNames.has(label);
}

function brandFound(index: number): number {
  return brandNames[brandMatcher.found[index] as number]?.brand ?? -1;
}
