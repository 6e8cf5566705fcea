import type { ScoredUrl } from '@weir/contracts';
import { isUrlProblem, type ParsedUrl, parseUrl, type UrlProblem } from '@weir/url-features';
import type { Site } from '../classification/batch-reading.js';
import type { ScoringModel, UrlClassifier } from '../classification/url-classifier.js';

/** What a batch's URLs came to. */
export interface UrlScores {
  /** For each URL, in order: where it leads, or why it cannot be read. */
  readonly sites: readonly (Site | UrlProblem)[];
  /** For each URL that can be read, in order. */
  readonly scored: readonly ScoredUrl[];
}

/** Parses and classifies the URLs of a batch, with reasons for those flagged. */
export function scoreUrls(
  classifier: UrlClassifier,
  model: ScoringModel,
  urls: readonly string[],
): UrlScores {
  const sites = urls.map((url) => parseUrl(url));
  const parsed = sites.filter((each): each is ParsedUrl => !isUrlProblem(each));
  return { sites, scored: classifier.classify(model, parsed, 'by-path') };
}
