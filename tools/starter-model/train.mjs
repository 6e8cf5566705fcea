import { availableParallelism } from 'node:os';
import { URL_SCHEMA } from '@weir/contracts';
import { trainInThread } from '@weir/learning';
import { searchFor } from '../../services/training/dist/search/search-for.js';
import { verdictRates } from '../../services/training/dist/search/verdict-rates.js';
import { readUrlRows } from '../../services/training/dist/training-data/url-rows.js';
import { snapshotOf } from './labelled-urls.mjs';

/** Any number will do; it is written into the artifact. */
const SEED = 20_261_122;

/**
 * Ensembles, on all rows. By cross-validated F1 a linear model over the same columns is as good, and so is fast
 * learning, but a stream needs what ranks well at few false positives, where slow boosting does. Larger leaves are no
 * better and cost the stream time.
 */
const SEARCH = {
  algorithms: ['random-forest', 'gradient-boosting'],
  strategy: 'grid',
  grids: {
    'gradient-boosting': {
      learningRate: [0.05],
      maxLeafNodes: [15],
      minChildWeight: [1, 10],
      subsample: [0.8],
      nEstimators: [128, 256, 512],
    },
  },
};

/** Trains as the training service does: the same reading, search, calibration and choice. */
export async function trainOn(rows, { sha256, runId, createdAt }) {
  const { manifest, reader } = snapshotOf(rows);
  const data = await readUrlRows(reader, manifest, 'url', 0);
  const search = await searchFor(SEARCH, data.matrix);
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
