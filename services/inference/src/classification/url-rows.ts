import { type ModelArtifact, termScores } from '@weir/learning';
import {
  extractUrlFeatures,
  hashTerms,
  type ParsedUrl,
  TERM_BLOCKS,
  TERM_HASHING,
  TermBuffer,
  urlFeatureNames,
} from '@weir/url-features';

const DENSE = urlFeatureNames.length;

/** The columns that this process gives a model of raw URLs: the features, and what the model's own terms make of the URL. */
export function urlColumns({ terms }: Pick<ModelArtifact, 'terms'>): readonly string[] {
  return terms === undefined ? urlFeatureNames : [...urlFeatureNames, ...TERM_BLOCKS];
}

/** Whether a model's terms, if it has any, are hashed as this process hashes them. */
export function readsTheseTerms({ terms }: Pick<ModelArtifact, 'terms'>): boolean {
  return terms === undefined || terms.hashing === TERM_HASHING;
}

/** Rows of URLs as a model reads them, in memory that is kept between batches. */
export class UrlRows {
  #values = new Float32Array(0);
  readonly #terms = new TermBuffer();

  /** Row-major, `urlColumns` a row; overwritten by the next call. */
  write(urls: readonly ParsedUrl[], { terms, featureNames }: ModelArtifact): Float32Array {
    const columns = featureNames.length;
    const length = urls.length * columns;
    if (this.#values.length < length)
      this.#values = new Float32Array(Math.max(length, this.#values.length * 2));
    for (let row = 0; row < urls.length; row++) {
      const parsed = urls[row] as ParsedUrl;
      extractUrlFeatures(parsed, this.#values, row * columns);
      if (terms === undefined) continue;
      this.#terms.length = 0;
      hashTerms(parsed, this.#terms);
      termScores(terms, this.#terms.ids, 0, this.#terms.length, this.#values, row * columns + DENSE);
    }
    return this.#values;
  }
}
