import { type Verdict, verdictOf } from '@weir/contracts';
import { createScorer, type ModelArtifact, termScores } from '@weir/learning';
import {
  extractUrlFeatures,
  hashTerms,
  type ParsedUrl,
  TERM_BLOCKS,
  TERM_HASHING,
  TermBuffer,
  urlFeatureNames,
} from '@weir/url-features';

/** What a model says of a URL. */
export interface UrlOpinion {
  readonly verdict: Verdict;
  readonly probability: number;
}

/** What a model says of URLs, in order, as inference would; null where it reads features of another build. */
export function scoreUrls(artifact: ModelArtifact, urls: readonly ParsedUrl[]): UrlOpinion[] | null {
  if (!readsTheseFeatures(artifact)) return null;
  const columns = artifact.featureNames.length;
  const values = new Float32Array(urls.length * columns);
  const terms = new TermBuffer();
  for (const [row, parsed] of urls.entries()) {
    extractUrlFeatures(parsed, values, row * columns);
    if (!artifact.terms) continue;
    terms.length = 0;
    hashTerms(parsed, terms);
    termScores(artifact.terms, terms.ids, 0, terms.length, values, row * columns + urlFeatureNames.length);
  }
  const probabilities = new Float32Array(urls.length);
  createScorer(artifact).score(values, urls.length, probabilities);
  return Array.from(probabilities, (probability) => ({
    probability,
    verdict: verdictOf(probability, artifact.thresholds),
  }));
}

function readsTheseFeatures({ featureNames, terms }: ModelArtifact): boolean {
  const names = terms === undefined ? urlFeatureNames : [...urlFeatureNames, ...TERM_BLOCKS];
  return (
    (terms === undefined || terms.hashing === TERM_HASHING) &&
    featureNames.length === names.length &&
    names.every((name, index) => featureNames[index] === name)
  );
}
