import { BRANDS } from './generated/brands.js';

/** A much-phished owner of names and sites. */
export interface Brand {
  /** The name that a reason quotes. */
  readonly title: string;
  /** The first of its sites, for a reason. */
  readonly site: string;
}

/** A name of a brand, as it is looked for. */
export interface BrandName {
  readonly text: string;
  /** Index of its brand. */
  readonly brand: number;
  /** Counts only between separators: a word itself, or a part of others. */
  readonly isWord: boolean;
}

export const brands: readonly Brand[] = BRANDS.split('\n').map(readBrand);
export const brandNames: readonly BrandName[] = BRANDS.split('\n').flatMap(readNames);

/** The sites of the brands, registrable domains or public suffixes, each with the index of its brand. */
export const brandSites: ReadonlyMap<string, number> = new Map(
  BRANDS.split('\n').flatMap((line, brand) => sitesOf(line).map((site) => [site, brand] as const)),
);

function readBrand(line: string): Brand {
  const names = namesOf(line);
  return { title: (names[0] as string).replace(/^[=~]/, ''), site: sitesOf(line)[0] as string };
}

function readNames(line: string, brand: number): BrandName[] {
  return namesOf(line)
    .filter((name) => !name.startsWith('~'))
    .map((name) => ({ text: name.replace('=', ''), brand, isWord: name.startsWith('=') }));
}

function namesOf(line: string): string[] {
  return line.slice(0, line.indexOf('|')).split(' ');
}

function sitesOf(line: string): string[] {
  return line.slice(line.indexOf('|') + 1).split(' ');
}
