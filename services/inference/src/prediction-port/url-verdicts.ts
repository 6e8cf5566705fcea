import type { ItemError, ScoredUrl } from '@weir/contracts';
import { isUrlProblem, type ParsedUrl, parseUrl } from '@weir/url-features';
import type { Reasons, UrlClassifier } from '../classification/index.js';
import { overrule, type UrlLists } from '../lists/index.js';
import type { ServedModel } from '../model-slot/index.js';

/** What a request's URLs are judged by. */
export interface UrlJudges {
  readonly classifier: UrlClassifier;
  readonly lists: UrlLists;
  readonly model: ServedModel;
}

/** A verdict for each URL, in order; what is no URL has its error in its place. */
export function classifyUrls(
  { classifier, lists, model }: UrlJudges,
  urls: readonly string[],
  reasons: Reasons,
): (ScoredUrl | ItemError)[] {
  const read = urls.map(parseUrl);
  const parsed = read.filter((each): each is ParsedUrl => !isUrlProblem(each));
  const scored = classifier.classify(model, parsed, reasons);
  const judged = overrule(lists, parsed, scored, reasons !== 'none').values();
  return read.map((each) =>
    isUrlProblem(each)
      ? { error: { code: 'WEIR_URL_INVALID', message: each.message } }
      : (judged.next().value as ScoredUrl),
  );
}
