#!/usr/bin/env node
// Makes a trained artifact the starter model, and writes its card from what the artifact itself says.
//   node tools/starter-model.mjs <state folder>     after  npm start -- --data ../shared/data/urls-labelled.csv.gz --schema url
import { copyFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeArtifact } from '@weir/learning';

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
writeFileSync(
  join(starter, 'README.md'),
  cardOf(decodeArtifact(readFileSync(newest)), statSync(newest).size),
);
process.stdout.write(`${starter}url.safetensors, ${statSync(newest).size} bytes\n`);

function cardOf(artifact, bytes) {
  const { metrics, lineage, thresholds, parameters } = artifact;
  const figure = (name) => metrics[name]?.toFixed(4) ?? '–';
  const split = (name) =>
    ['rows', 'precision', 'recall', 'f1', 'rocAuc', 'prAuc', 'brier'].map((each) =>
      each === 'rows' ? metrics[`${name}.rows`] : figure(`${name}.${each}`),
    );
  const row = (name, values) => `| ${name} | ${values.join(' | ')} |`;
  const important = artifact.featureNames
    .map((name, index) => [name, artifact.importance[index]])
    .sort((a, b) => b[1] - a[1])
    .slice(0, 10);
  return `# Starter model: \`url\`

The model a new Weir serves for raw URLs until one is trained. Weights and feature names only: no URL stands in it, and loading it runs no code.
This file is written by \`tools/starter-model.mjs\` from the artifact.

| | |
|---|---|
| Algorithm | ${artifact.algorithm}, ${Object.entries(parameters)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')} |
| Features | ${artifact.featureNames.length}, of the URL's text alone (libs/url-features) |
| Trained on | ${lineage.rows.toLocaleString('en')} labelled URLs, snapshot \`${lineage.snapshotId}\` (SHA-256 \`${lineage.snapshotSha256}\`) |
| Seed | ${lineage.seed} |
| Size | ${bytes.toLocaleString('en')} bytes |
| \`malicious\` from | probability ${thresholds.malicious.toFixed(4)} (1 % false positives out of fold; recall ${figure('outOfFold.malicious.recall')}) |
| \`suspicious\` from | probability ${thresholds.suspicious.toFixed(4)} (5 % false positives out of fold; recall ${figure('outOfFold.suspicious.recall')}) |

## Figures

Positive class: phishing. \`distinct\`: registrable domains of the test rows were never seen in training. \`stratified\`: a plain random split, where one site can stand on both sides; for comparison only.
The model served is the chosen configuration fitted on all rows.

| split | rows | precision | recall | F1 | ROC-AUC | PR-AUC | Brier |
|---|---|---|---|---|---|---|---|
${row('distinct', split('distinct'))}
${row('stratified', split('stratified'))}

Most important features: ${important.map(([name, share]) => `\`${name}\` ${(share * 100).toFixed(1)} %`).join(', ')}.

## Data

Phishing: JPCERT/CC phishurl-list, PhishTank (2020), a public sample. Legitimate: ISCX-URL-2016 and a public sample. Scheme, leading \`www.\` and closing slash are normalised away before any feature is computed, because they tell the collections apart.

## Limits

- The legitimate rows are mostly old deep links, the phishing rows mostly bare hosts and newer: today's homepages and sign-in pages come out too suspicious. Train on links of your own, or wait for the next starter model.
- It reads the text of the URL only: not the page, the domain's age, or who owns the name.
- The figures say nothing about phishing newer than the training data.
`;
}
