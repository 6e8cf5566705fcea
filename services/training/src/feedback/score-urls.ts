import { type Verdict, verdictOf } from '@weir/contracts';
import { createScorer, type ModelArtifact } from '@weir/learning';
import { extractUrlFeatures, type ParsedUrl, urlFeatureNames } from '@weir/url-features';

/** What a model says of a URL. */
export interface UrlOpinion {
  readonly verdict: Verdict;
  readonly probability: number;
}

/** What a model says of URLs, in order, as inference would; null where it reads features of another build. */
export function scoreUrls(artifact: ModelArtifact, urls: readonly ParsedUrl[]): UrlOpinion[] | null {
  const columns = urlFeatureNames.length;
  const readsThese =
    artifact.featureNames.length === columns &&
    urlFeatureNames.every((name, index) => artifact.featureNames[index] === name);
  if (!readsThese) return null;
  const values = new Float32Array(urls.length * columns);
  for (const [row, parsed] of urls.entries()) extractUrlFeatures(parsed, values, row * columns);
  const probabilities = new Float32Array(urls.length);
  createScorer(artifact).score(values, urls.length, probabilities);
  return Array.from(probabilities, (probability) => ({
    probability,
    verdict: verdictOf(probability, artifact.thresholds),
  }));
}
