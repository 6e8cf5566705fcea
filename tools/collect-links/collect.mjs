#!/usr/bin/env node
// Writes datasets/urls-benign-links.csv.gz from the packages of sources.mjs and from Debian's package index.
//   apt-get update && node tools/collect-links/collect.mjs [folder for downloads]
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { debianHomepages, pythonMetadata } from './packages.mjs';
import { blockedNames, metadataLinks, packageLinks, readmeLinks } from './read.mjs';
import { writeRows } from './rows.mjs';
import { ordinaryLink } from './screen.mjs';
import { Selection } from './select.mjs';
import { signInKind } from './sign-in.mjs';
import { BLOCK_LIST, DEBIAN, PYTHON, READMES, SOURCES } from './sources.mjs';

const cache = process.argv[2] ?? join(tmpdir(), 'weir-links');
const root = fileURLToPath(new URL('../../', import.meta.url));
const blocked = blockedNames(BLOCK_LIST, cache);
const selection = new Selection();

const pythonPackages = fileURLToPath(new URL('python-packages.txt', import.meta.url));

take(PYTHON, metadataLinks(pythonMetadata(pythonPackages, cache)));
take(DEBIAN, debianHomepages());
for (const readmes of READMES) take(readmes, readmeLinks(join(root, readmes.folder), readmes));
for (const source of SOURCES) take(source, packageLinks(source, cache));
writeRows(
  join(root, 'datasets', 'urls-benign-links.csv.gz'),
  ['url', 'label', 'source', 'date'],
  selection.rows.map(({ link, source, year }) => [link, 'benign', source, year]),
);

/** Pages to sign in at are left to urls-sign-in.csv.gz, half of which is for testing. */
function take(source, found) {
  const links = [...found].map((link) => ordinaryLink(link, blocked));
  const ordinary = links.filter((link) => link !== undefined && signInKind(link) === undefined);
  const taken = selection.add(ordinary, source);
  process.stdout.write(`${source.source} ${source.spec}: ${ordinary.length} links, ${taken} taken\n`);
}
