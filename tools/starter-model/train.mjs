import { availableParallelism } from 'node:os';
import { URL_SCHEMA } from '@weir/contracts';
import { trainInThread } from '@weir/learning';
import { searchFor } from '../../services/training/dist/search/search-for.js';
import { verdictRates } from '../../services/training/dist/search/verdict-rates.js';
import { readUrlRows } from '../../services/training/dist/training-data/url-rows.js';
import { snapshotOf } from './labelled-urls.mjs';

/** Any number will do; it is written into the artifact. */
const SEED = 20_261_122;

/** Trains as the training service does: the same reading, search, calibration and choice. */
export async function trainOn(rows, { sha256, runId, createdAt, search: request = {} }) {
  const { manifest, reader } = snapshotOf(rows);
  const data = await readUrlRows(reader, manifest, 'url', 0);
  const search = await searchFor(request, data.matrix);
  const trained = await trainInThread(
    {
      schema: URL_SCHEMA.name,
      data: {
        matrix: data.matrix,
        labels: data.labels,
        classes: 2,
        ...(data.weights && { weights: data.weights }),
      },
      terms: data.terms,
      groups: data.groups,
      featureNames: [...data.featureNames],
      classes: URL_SCHEMA.label.classes.map(({ name }) => name),
      positiveIndex: 0,
      falsePositiveRates: verdictRates(URL_SCHEMA),
      ...search,
      seed: SEED,
      lineage: { snapshotId: 'starter', snapshotSha256: sha256, runId, createdAt, rows: data.matrix.rows },
    },
    { workers: availableParallelism(), onProgress: showProgress },
  );
  process.stderr.write('\n');
  return { ...trained, data };
}

let shown = '';
function showProgress({ done, total, stage }) {
  const line = `${stage ?? ''} ${Math.floor((100 * done) / Math.max(1, total))} %`;
  if (line !== shown) process.stderr.write(`\r${line}      `);
  shown = line;
}
