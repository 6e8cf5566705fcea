#!/usr/bin/env node
// Makes a trained artifact the starter model, and writes its model card beside it.
//   node tools/starter-model.mjs <state folder>     after  npm start -- --data ../shared/data/urls-labelled.csv.gz --schema url
import { createHash } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeArtifact } from '@weir/learning';
import { starterCard } from '../services/training/dist/starter/starter-card.js';

const starter = fileURLToPath(new URL('../services/training/starter/', import.meta.url));
const [home] = process.argv.slice(2);
if (home === undefined) {
  process.stderr.write('usage: node tools/starter-model.mjs <state folder>\n');
  process.exit(2);
}
const folder = join(home, 'objects', 'models', 'url');
const newest = readdirSync(folder)
  .filter((name) => name.endsWith('.safetensors'))
  .map((name) => join(folder, name))
  .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];
if (newest === undefined) throw new Error(`no artifact in ${folder}`);
copyFileSync(newest, join(starter, 'url.safetensors'));
const bytes = readFileSync(newest);
const sha256 = createHash('sha256').update(bytes).digest('hex');
const { markdown } = starterCard(decodeArtifact(bytes), {
  bytes: bytes.byteLength,
  sha256,
  ...countsOf(sha256),
});
writeFileSync(join(starter, 'README.md'), markdown);
process.stdout.write(`${starter}url.safetensors, ${statSync(newest).size} bytes\n`);

/** Counts of the rows, from the card that was published with the artifact. */
function countsOf(artifact) {
  const cards = join(folder, 'cards');
  for (const name of readdirSync(cards).filter((each) => each.endsWith('.json'))) {
    const { model, data } = JSON.parse(readFileSync(join(cards, name), 'utf8'));
    if (model.sha256 !== artifact) continue;
    return { distinctRows: data.distinctRows, skippedRows: data.skippedRows, classCounts: data.classes };
  }
  return {};
}
