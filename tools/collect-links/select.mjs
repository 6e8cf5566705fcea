// Chooses links so that no site, and no source, outweighs the others.
import { createHash } from 'node:crypto';
import { siteOf } from './screen.mjs';

const LINKS_PER_SITE = 5;
const LINKS_PER_GIANT = 200;
/** No package's links may fill a giant's share. */
const LINKS_PER_GIANT_AND_SOURCE = 70;
/** Hosts with a great many independent authors. */
const GIANTS = new Set([
  'github.com',
  'gitlab.com',
  'sourceforge.net',
  'wikipedia.org',
  'readthedocs.io',
  'github.io',
]);

/** Orders by hash: as good as drawing by lot, and the same on every machine. */
export const byHash = (a, b) => compare(hashOf(a), hashOf(b));
export const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
export const hashOf = (text) => createHash('sha256').update(text).digest('hex');

/** What makes two spellings the same link: scheme, `www.`, a closing slash and the fragment aside. */
export function spellingOf(link) {
  const { hostname, port, pathname, search } = new URL(link);
  return `${hostname.replace(/^www\./, '')}:${port}${pathname.replace(/\/$/, '')}${search}`;
}

/** Keeps of each source at most `most` links, drawn by hash, and of each site a few over all sources. */
export class Selection {
  #spellings = new Set();
  #perSite = new Map();
  rows = [];

  add(links, { spec, source, year, most }) {
    let taken = 0;
    for (const link of [...new Set(links)].sort(byHash)) {
      if (taken === most) break;
      if (this.#take(link, spec)) taken = this.rows.push({ link, source, year }) && taken + 1;
    }
    return taken;
  }

  #take(link, spec) {
    const spelling = spellingOf(link);
    const host = new URL(link).hostname;
    const site = siteOf(host);
    const giant = [...GIANTS].find((name) => host === name || host.endsWith(`.${name}`));
    const limits = giant
      ? [
          [giant, LINKS_PER_GIANT],
          [`${giant} in ${spec}`, LINKS_PER_GIANT_AND_SOURCE],
        ]
      : [[site, LINKS_PER_SITE]];
    if (this.#spellings.has(spelling) || limits.some(([name, most]) => this.#count(name) >= most))
      return false;
    this.#spellings.add(spelling);
    for (const [name] of limits) this.#perSite.set(name, this.#count(name) + 1);
    return true;
  }

  #count(name) {
    return this.#perSite.get(name) ?? 0;
  }
}
