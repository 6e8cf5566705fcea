#!/usr/bin/env node
// Writes datasets/urls-sign-in.csv.gz from the packages of sign-in-sources.mjs and the signs of sign-in.mjs.
//   node tools/collect-links/collect-sign-in.mjs [folder for downloads]
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { debianHomepages } from './packages.mjs';
import { blockedNames, packageLinks } from './read.mjs';
import { writeRows } from './rows.mjs';
import { ordinaryLink, siteOf } from './screen.mjs';
import { byHash, hashOf, spellingOf } from './select.mjs';
import { signInKind } from './sign-in.mjs';
import { SIGN_IN_SOURCES } from './sign-in-sources.mjs';
import { BLOCK_LIST, SOURCES } from './sources.mjs';

const LINKS_PER_SITE = 3;
const YEAR = 2026;
const cache = process.argv[2] ?? join(tmpdir(), 'weir-links');
const path = fileURLToPath(new URL('../../datasets/urls-sign-in.csv.gz', import.meta.url));
const blocked = blockedNames(BLOCK_LIST, cache);
const found = new Map();

const CHOSEN = ['authorize', 'sign-in', 'account'];
for (const source of SIGN_IN_SOURCES) gather(source.spec, packageLinks(source, cache), CHOSEN);
for (const source of SOURCES) gather(source.spec, packageLinks(source, cache), ['sign-in']);
gather('apt-cache dumpavail', debianHomepages(), ['sign-in']);
writeRows(path, ['url', 'label', 'source', 'date', 'split'], chosen().map(row));

function gather(spec, links, kinds) {
  const before = found.size;
  for (const each of links) {
    const link = ordinaryLink(each, blocked);
    if (link === undefined || !kinds.includes(signInKind(link))) continue;
    const page = spellingOf(link.replace(/[?#].*/, ''));
    if (!found.has(page)) found.set(page, link);
  }
  process.stdout.write(`${spec}: ${found.size - before} new\n`);
}

/** At most a few links of a site, drawn by hash. */
function chosen() {
  const perSite = new Map();
  return [...found.values()].sort(byHash).filter((link) => {
    const site = siteOf(new URL(link).hostname);
    perSite.set(site, (perSite.get(site) ?? 0) + 1);
    return perSite.get(site) <= LINKS_PER_SITE;
  });
}

/** Half of the sites are for training and half for testing, by the hash of the registrable domain. */
function row(link) {
  const odd = Number.parseInt(hashOf(siteOf(new URL(link).hostname)).slice(0, 2), 16) % 2;
  return [link, 'benign', signInKind(link), YEAR, odd === 1 ? 'test' : 'train'];
}
