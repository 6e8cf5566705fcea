import type { ItemError, ScoredUrl } from '@weir/contracts';
import { isUrlProblem, type ParsedUrl, parseUrl } from '@weir/url-features';
import type { UrlClassifier } from '../classification/index.js';
import type { ServedModel } from '../model-slot/index.js';

/** A verdict for each URL, in order; what is no URL has its error in its place. */
export function classifyUrls(
  classifier: UrlClassifier,
  model: ServedModel,
  urls: readonly string[],
  reasons: boolean,
): (ScoredUrl | ItemError)[] {
  const read = urls.map(parseUrl);
  const parsed = read.filter((each): each is ParsedUrl => !isUrlProblem(each));
  const scored = classifier.classify(model, parsed, reasons ? 'exact' : 'none').values();
  return read.map((each) =>
    isUrlProblem(each)
      ? { error: { code: 'WEIR_URL_INVALID', message: each.message } }
      : (scored.next().value as ScoredUrl),
  );
}
