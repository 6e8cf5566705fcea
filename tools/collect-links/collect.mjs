#!/usr/bin/env node
// Writes datasets/urls-benign-links.csv.gz from the packages of sources.mjs and from Debian's package index.
//   apt-get update && node tools/collect-links/collect.mjs [folder for downloads]
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { jsonLinks, linksOf, markdownLinks } from './extract.mjs';
import { debianHomepages, fetchPackage, filesOf, textOf } from './packages.mjs';
import { ordinaryLink } from './screen.mjs';
import { compare, Selection } from './select.mjs';
import { BLOCK_LIST, DEBIAN, READMES, SOURCES } from './sources.mjs';

const cache = process.argv[2] ?? join(tmpdir(), 'weir-links');
const root = fileURLToPath(new URL('../../', import.meta.url));
const blocked = new Set(blockList());
const selection = new Selection();

report(DEBIAN, debianHomepages());
for (const readmes of READMES) report(readmes, readmeLinks(readmes));
for (const source of SOURCES) report(source, packageLinks(source));
write(join(root, 'datasets', 'urls-benign-links.csv.gz'), selection.rows);

function blockList() {
  const folder = fetchPackage(BLOCK_LIST, cache);
  return filesOf(folder, BLOCK_LIST.files).flatMap((path) => JSON.parse(textOf(path)).blacklist);
}

function report(source, found) {
  const links = [...found].map((link) => ordinaryLink(link, blocked)).filter((link) => link !== undefined);
  const taken = selection.add(links, source);
  process.stdout.write(`${source.source} ${source.spec}: ${links.length} links, ${taken} taken\n`);
}

function* readmeLinks({ folder, files, keys }) {
  for (const path of filesOf(join(root, folder), files))
    yield* keys ? jsonLinks(parsed(textOf(path)), keys) : markdownLinks(textOf(path));
}

function* packageLinks(source) {
  for (const path of filesOf(fetchPackage(source, cache), source.files)) {
    const text = textOf(path);
    if (source.unless?.test(text)) continue;
    yield* source.keys ? jsonLinks(JSON.parse(text), source.keys, source.without) : linksOf(text);
  }
}

/** A package.json in a test folder may be no JSON on purpose. */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function write(path, rows) {
  const lines = rows
    .map(({ link, source, year }) => `${quoted(link)},benign,${source},${year}`)
    .sort(compare);
  writeFileSync(path, gzipSync(`url,label,source,date\n${lines.join('\n')}\n`, { level: 9 }));
  process.stdout.write(`${path}: ${rows.length} links\n`);
}

function quoted(field) {
  return /[",]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
