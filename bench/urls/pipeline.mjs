// One at a time and a thousand at once, beside a scikit-learn pipeline of the same build on the same features.
import { termScores } from '@weir/learning';
import {
  extractUrlFeatures,
  hashTerms,
  isUrlProblem,
  parseUrl,
  TermBuffer,
  urlFeatureNames,
} from '@weir/url-features';
import { UrlClassifier } from '../../services/inference/dist/classification/index.js';
import { withProblem } from '../learning/problem.mjs';
import { pythonEnvironment } from '../measure/python-environment.mjs';
import { evenly, readLabelledRows } from './labelled-urls.mjs';
import { ScikitPipeline } from './scikit-pipeline.mjs';
import { batchesOf, IN_PROCESS, inTurn, percentilesOf, printFigures, ratesOf, timeEach } from './timing.mjs';
import { readUrlModel } from './url-model.mjs';
import { BATCH } from './verdicts.mjs';

const ROUNDS = 5;
const WARM_UP = 1;
const SEED = 20;
const DENSE = urlFeatureNames.length;
/** Each round: so many URLs one at a time, and so many in batches. */
const SIZES = { singles: 2000, timed: 10_000 };
const QUICK_SIZES = { singles: 50, timed: 1000 };

export async function measurePipeline({ rounds = ROUNDS, quick }) {
  const model = readUrlModel();
  const settings = {
    ...(quick ? QUICK_SIZES : SIZES),
    batch: BATCH,
    seed: SEED,
    boosting: boostingOf(model.artifact),
  };
  const data = prepare(quick ? 4000 : Number.POSITIVE_INFINITY, settings.timed);
  const { python } = pythonEnvironment();
  const texts = { hosts: data.rows.map(({ parsed }) => parsed.host), tails: data.rows.map(tailOf) };
  return withProblem(data, { ...settings, ...texts }, (file) =>
    ScikitPipeline.using(python, file, async (scikit) => {
      process.stdout.write(`scikit-learn: fitted in ${scikit.fitSeconds.toFixed(0)} s, `);
      process.stdout.write(`ROC-AUC ${scikit.rocAuc.toFixed(3)} on the URLs that are timed\n\n`);
      const ways = {
        ...weirWays(model, data, settings),
        'scikit-learn, features given': () => scikit.round(),
      };
      const figures = await inTurn(ways, quick ? 1 : rounds, quick ? 0 : WARM_UP, (measure) => measure());
      printFigures('one thread each', IN_PROCESS, figures);
      return { figures, fitSeconds: scikit.fitSeconds, rocAuc: scikit.rocAuc };
    }),
  );
}

/** What the other side's boosting is told. */
function boostingOf({ algorithm, parameters, model }) {
  if (algorithm !== 'gradient-boosting')
    throw new Error(`the model is a ${algorithm}: name one of gradient boosting in WEIR_BENCH_MODEL`);
  const { maxLeafNodes: leaves, learningRate } = parameters;
  return { trees: model.trees.roots.length, leaves, learningRate, minSamplesLeaf: 20 };
}

/** Rows with their features; the last `timed` are evenly chosen, and no side fits on them. */
function prepare(most, timed) {
  const read = evenly(readLabelledRows(), most)
    .map((row) => ({ ...row, parsed: parseUrl(row.url) }))
    .filter(({ parsed }) => !isUrlProblem(parsed));
  const chosen = new Set(evenly(read, timed));
  const rows = [...read.filter((row) => !chosen.has(row)), ...chosen];
  const values = new Float32Array(rows.length * DENSE);
  for (const [row, { parsed }] of rows.entries()) extractUrlFeatures(parsed, values, row * DENSE);
  return {
    rows,
    matrix: { rows: rows.length, columns: DENSE, values },
    labels: Int32Array.from(rows, ({ label }) => (label === 'phishing' ? 1 : 0)),
  };
}

/** As Weir's own terms read it: the first 200 characters after the host. */
function tailOf({ parsed: { canonical, host } }) {
  return canonical.slice(host.length, host.length + 200).toLowerCase();
}

function weirWays(model, { rows, matrix }, { singles, timed, batch }) {
  const first = rows.length - timed;
  const numbers = Array.from({ length: timed }, (_, index) => first + index);
  const classifier = new UrlClassifier();
  const fromText = (wanted) =>
    classifier.classify(
      model,
      wanted.map((row) => parseUrl(rows[row].url)),
      'none',
    )[0].probability;
  const given = scoringGiven(model, rows, matrix, batch);
  const measure = (score) => () => {
    const one = timeEach(numbers.slice(0, singles), (row) => score([row]));
    return { ...percentilesOf(one), ...ratesOf(batchesOf(numbers, batch), score) };
  };
  return { 'Weir, from the text of the URL': measure(fromText), 'Weir, features given': measure(given) };
}

/** Terms hashed and weighed, then the trees: what scikit-learn does as well. */
function scoringGiven({ artifact, scorer }, rows, { values }, batch) {
  const width = artifact.featureNames.length;
  const full = new Float32Array(batch * width);
  const out = new Float32Array(batch);
  const terms = new TermBuffer();
  return (wanted) => {
    for (const [at, row] of wanted.entries()) {
      full.set(values.subarray(row * DENSE, (row + 1) * DENSE), at * width);
      if (artifact.terms === undefined) continue;
      terms.length = 0;
      hashTerms(rows[row].parsed, terms);
      termScores(artifact.terms, terms.ids, 0, terms.length, full, at * width + DENSE);
    }
    return scorer.score(full, wanted.length, out)[0];
  };
}
