// Rebuilds the starter model, its evaluation and its card: npm run starter-model [-- --data ../shared/data] [--no-evaluation]
// The same data, code and seed give the same bytes, whatever the number of processors.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { URL_SCHEMA } from '@weir/contracts';
import { decodeArtifact } from '@weir/learning';
import { auditSnapshot } from '../../services/training/dist/leaks/audit-snapshot.js';
import { blockingLeaks } from '../../services/training/dist/leaks/leak-rules.js';
import { referenceProfile } from '../../services/training/dist/publication/reference-profile.js';
import { starterCard } from '../../services/training/dist/starter/starter-card.js';
import { evaluate, splitByTime } from './evaluate.mjs';
import { asTaught, readLabelledUrls, snapshotOf } from './labelled-urls.mjs';
import { trainOn } from './train.mjs';

const STARTER = fileURLToPath(new URL('../../services/training/starter/', import.meta.url));
/** Written into the artifact; today's date would make other bytes of the same data. */
const MADE = '2026-11-22T00:00:00.000Z';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data' },
    'no-evaluation': { type: 'boolean', default: false },
  },
});
const { rows, sha256 } = readLabelledUrls(options.data);
const lineage = { sha256, createdAt: MADE };
const factsFile = join(STARTER, 'facts.json');
const evaluation = options['no-evaluation']
  ? JSON.parse(readFileSync(factsFile, 'utf8')).evaluation
  : await evaluated();
const taught = asTaught(rows);
process.stderr.write(`starter model: ${taught.length} rows\n`);
const { artifact, bytes, report, data } = await trainOn(taught, { ...lineage, runId: 'starter' });
const facts = {
  distinctRows: report.distinctRows,
  skippedRows: data.skipped,
  classCounts: countsOf(data.labels, artifact.classes),
  leaks: await leaksOf(taught),
  evaluation,
};
const file = { bytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') };
writeFileSync(join(STARTER, 'url.safetensors'), bytes);
writeFileSync(factsFile, `${JSON.stringify(facts, null, 2)}\n`);
const made = decodeArtifact(bytes);
writeFileSync(join(STARTER, 'README.md'), starterCard(made, file, facts).markdown);
writeFileSync(join(STARTER, 'reference.json'), await referenceProfile(data.population, made));
process.stdout.write(`${STARTER}url.safetensors, ${file.bytes} bytes, SHA-256 ${file.sha256}\n`);

/** A model of the same making, taught on the past only. */
async function evaluated() {
  const parts = splitByTime(rows);
  process.stderr.write(`evaluation: phishing of the past, and ${parts.training.length} rows in all\n`);
  const past = await trainOn(asTaught(parts.training), { ...lineage, runId: 'starter-evaluation' });
  return evaluate(past.artifact, parts);
}

async function leaksOf(all) {
  const { reader, manifest } = snapshotOf(all);
  return blockingLeaks(URL_SCHEMA, await auditSnapshot(reader, manifest, URL_SCHEMA));
}

function countsOf(labels, classes) {
  return Object.fromEntries(
    classes.map((name, index) => [name, labels.filter((each) => each === index).length]),
  );
}
