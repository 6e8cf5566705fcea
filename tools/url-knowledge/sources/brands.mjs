import { createRequire } from 'node:module';
import { parse } from 'tldts';
import { read } from './text.mjs';

const require = createRequire(import.meta.url);

/** What its holder registered; a public suffix, which some owners' names are, stands for itself. */
export function siteOf(name) {
  return parse(name, { allowPrivateDomains: true }).domain ?? name;
}

/** `names|sites` lines of the curated brands, sites as registrable domains, each once. */
export function curatedBrands() {
  const taken = new Set();
  const lines = read('curated/brands.txt').map((line) => {
    const at = line.indexOf(': ');
    const names = line.slice(0, at).split(' ');
    for (const name of names) {
      if (!/^[=~]?[a-z0-9.-]+$/.test(name)) throw new Error(`a brand's name cannot hold ${name}`);
      if (taken.has(name)) throw new Error(`${name} stands for two brands`);
      taken.add(name);
    }
    const sites = new Set(
      line
        .slice(at + 2)
        .split(' ')
        .filter(Boolean)
        .flatMap(expand)
        .map(siteOf),
    );
    return `${names.join(' ')}|${[...sites].join(' ')}`;
  });
  return lines;
}

/** Words near to a brand's name that are words all the same. */
export function plainWords() {
  return [
    ...new Set(read('curated/plain-words.txt').flatMap((line) => line.split(' ').filter(Boolean))),
  ].sort();
}

/** `google.{com,de}` as `google.com`, `google.de`. */
function expand(site) {
  const at = site.indexOf('{');
  if (at < 0) return [site];
  return site
    .slice(at + 1, -1)
    .split(',')
    .map((ending) => `${site.slice(0, at)}${ending}`);
}

/** Sites of simple-icons' brands, where the site's own name is the brand's: other sources host a logo for someone else. */
export function iconSites() {
  const icons = require('simple-icons/icons.json');
  const sites = new Map();
  for (const { title, slug, source, guidelines } of icons) {
    for (const address of [source, guidelines]) {
      if (address === undefined || !URL.canParse(address)) continue;
      const { domain, domainWithoutSuffix, isPrivate } = parse(address, { allowPrivateDomains: true });
      if (!domain || isPrivate || sites.has(domain)) continue;
      if (bears(domainWithoutSuffix, slug, title)) sites.set(domain, slug);
    }
  }
  return [...sites.keys()].sort();
}

function bears(label, slug, title) {
  const name = label.replaceAll('-', '');
  const words = title
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length >= 4);
  if (name.length < 2) return false;
  return (
    slug === name ||
    (name.length >= 3 && slug.includes(name)) ||
    (slug.length >= 3 && name.includes(slug)) ||
    words.some((word) => name.includes(word))
  );
}

/** The registrable domains of the most-linked sites, the most linked first, each once. */
export function topSites() {
  const sites = require('top-sites').map(({ rootDomain }) => rootDomain.replace(/\.+$/, ''));
  return [...new Set(sites.filter((name) => parse(name).isIcann).map((name) => siteOf(name)))];
}
