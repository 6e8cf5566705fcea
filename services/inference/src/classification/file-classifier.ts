import type { ScoredUrl } from '@weir/contracts';
import { createScorer, decodeArtifact } from '@weir/learning';
import type { ParsedUrl } from '@weir/url-features';
import { type Reasons, UrlClassifier } from './url-classifier.js';

/** One verdict for each URL, in order. */
export type FileClassifier = (urls: readonly ParsedUrl[], reasons: Reasons) => ScoredUrl[];

/**
 * A classifier of the `url` model in a file's bytes, for programs that run without the service: no registry, no lists.
 * Throws as `decodeArtifact` does where the bytes are no artifact.
 */
export function fileClassifier(bytes: Uint8Array): FileClassifier {
  const artifact = decodeArtifact(bytes);
  const model = { artifact, scorer: createScorer(artifact) };
  const classifier = new UrlClassifier();
  return (urls, reasons) => classifier.classify(model, urls, reasons);
}
