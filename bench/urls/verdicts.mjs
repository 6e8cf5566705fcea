// From a URL's text to its verdict in this process: one at a time, and a thousand at once, by how reasons are found.
import { isUrlProblem, parseUrl } from '@weir/url-features';
import { UrlClassifier } from '../../services/inference/dist/classification/index.js';
import { evenly, readLabelledUrls } from './labelled-urls.mjs';
import { batchesOf, IN_PROCESS, inTurn, percentilesOf, printFigures, ratesOf, timeEach } from './timing.mjs';
import { readUrlModel } from './url-model.mjs';

const ROUNDS = 5;
const WARM_UP = 2;
export const BATCH = 1000;

/** Exact reasons take a hundred times as long: fewer URLs give as steady a figure. */
const WAYS = {
  'no reasons': { reasons: 'none', singles: 5000, batches: 20 },
  'reasons by path, of flagged URLs (the stream)': { reasons: 'by-path', singles: 5000, batches: 20 },
  'exact reasons, and what would change it (the API)': { reasons: 'exact', singles: 1000, batches: 1 },
};

export async function measureVerdicts({ rounds = ROUNDS, quick }) {
  const model = readUrlModel();
  const urls = readLabelledUrls().filter((url) => !isUrlProblem(parseUrl(url)));
  const classifier = new UrlClassifier();
  const few = quick ? 10 : 1;
  const figures = await inTurn(
    WAYS,
    quick ? 1 : rounds,
    quick ? 0 : WARM_UP,
    ({ reasons, singles, batches }) => {
      const verdicts = (texts) => classifier.classify(model, texts.map(parseUrl), reasons);
      const one = timeEach(evenly(urls, singles / few), (url) => verdicts([url])[0].probability);
      // Each round the same batches, none of the same URLs twice.
      const many = batchesOf(evenly(urls, batches * BATCH), BATCH).slice(0, Math.ceil(batches / few));
      return { ...percentilesOf(one), ...ratesOf(many, (batch) => verdicts(batch).at(-1).probability) };
    },
  );
  printFigures('parse, features, terms, score', IN_PROCESS, figures);
  return figures;
}
