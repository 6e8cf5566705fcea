import { BRANDS, WORD_GROUPS, type WordGroup } from './word-lists.js';
import { WordMatcher } from './word-matcher.js';

const GROUPS = Object.keys(WORD_GROUPS) as WordGroup[];
const GROUP_WORDS = GROUPS.flatMap((group, index) =>
  WORD_GROUPS[group].split(' ').map((word) => ({ word, group: index })),
);

const brands = new WordMatcher(BRANDS);
const groups = new WordMatcher(GROUP_WORDS.map((each) => each.word));
const groupOfWord = Uint8Array.from(GROUP_WORDS, (each) => each.group);

/** How many words of each group a text holds. */
export type WordCounts = Record<WordGroup, number>;

/** Adds the words of `text` to `counts`. */
export function addWordCounts(text: string, counts: WordCounts): void {
  const found = groups.scan(text);
  for (let index = 0; index < found; index++) {
    const group = GROUPS[groupOfWord[groups.found[index] as number] as number] as WordGroup;
    counts[group]++;
  }
}

/** The words of one group in `text`, in order and once each: for explanations. */
export function wordsOf(text: string, group: WordGroup): string[] {
  const wanted = GROUPS.indexOf(group);
  const count = groups.scan(text);
  const found = groups.found.subarray(0, count).filter((word) => groupOfWord[word] === wanted);
  return [...new Set(Array.from(found, (word) => (GROUP_WORDS[word] as { word: string }).word))];
}

/** How many brand names `text` holds that `owner` (the label of the registrable domain) does not. */
export function countForeignBrands(text: string, owner: string): number {
  if (text.length === 0) return 0;
  const found = brands.scan(text);
  let foreign = 0;
  for (let index = 0; index < found; index++) {
    if (!owner.includes(BRANDS[brands.found[index] as number] as string)) foreign++;
  }
  return foreign;
}

/** The brand names in `text`, in order and once each. */
export function brandsIn(text: string): string[] {
  const count = brands.scan(text);
  return [...new Set(Array.from(brands.found.subarray(0, count), (word) => BRANDS[word] as string))];
}
