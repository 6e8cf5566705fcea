// Chooses links so that no site, and no source, outweighs the others.
import { createHash } from 'node:crypto';
import { siteOf } from './screen.mjs';

const LINKS_PER_SITE = 5;
const LINKS_PER_GIANT = 200;
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

  add(links, { source, year, most }) {
    let taken = 0;
    for (const link of [...new Set(links)].sort(byHash)) {
      if (taken === most) break;
      if (this.#take(link)) taken = this.rows.push({ link, source, year }) && taken + 1;
    }
    return taken;
  }

  #take(link) {
    const spelling = spellingOf(link);
    const host = new URL(link).hostname;
    const site = siteOf(host);
    const giant = [...GIANTS].find((name) => host === name || host.endsWith(`.${name}`));
    const count = this.#perSite.get(giant ?? site) ?? 0;
    if (this.#spellings.has(spelling) || count >= (giant ? LINKS_PER_GIANT : LINKS_PER_SITE)) return false;
    this.#spellings.add(spelling);
    this.#perSite.set(giant ?? site, count + 1);
    return true;
  }
}
