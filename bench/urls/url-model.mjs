import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { createScorer, decodeArtifact } from '@weir/learning';
import { TERM_BLOCKS, urlFeatureNames } from '@weir/url-features';
import { ROOT } from '../measure/processes.mjs';

const STARTER = 'services/training/starter/url.safetensors';

/** The shipped model of raw URLs, or the one in `WEIR_BENCH_MODEL`, as a slot holds it. Says which. */
export function readUrlModel() {
  const file = resolve(ROOT, process.env.WEIR_BENCH_MODEL ?? STARTER);
  const bytes = readFileSync(file);
  const artifact = decodeArtifact(bytes);
  const columns = artifact.terms === undefined ? urlFeatureNames : [...urlFeatureNames, ...TERM_BLOCKS];
  if (String(columns) !== String(artifact.featureNames))
    throw new Error(
      `${file} reads other features than this checkout gives: train it anew, or name another in WEIR_BENCH_MODEL`,
    );
  process.stdout.write(
    `Model: ${nameOf(file)}, ${describe(artifact)}, ${(bytes.length / 1024).toFixed(0)} kB\n\n`,
  );
  return { artifact, scorer: createScorer(artifact) };
}

function nameOf(file) {
  return file === join(ROOT, STARTER) ? STARTER : relative(ROOT, file);
}

function describe({ algorithm, model, parameters, featureNames, terms }) {
  const { roots } = model.trees ?? {};
  const trees =
    roots === undefined ? '' : `, ${roots.length} trees of ${parameters.maxLeafNodes ?? 'any'} leaves`;
  return `${algorithm}${trees}, ${featureNames.length} columns${terms === undefined ? '' : ', terms among them'}`;
}
