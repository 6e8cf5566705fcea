export { defang } from './display/defang.js';
export { FEATURE_FAMILIES, type FeatureFamilyName, type UrlFeature } from './features/url-feature.js';
export {
  createUrlFeatureExtractor,
  describeReason,
  extractUrlFeatures,
  forgetReputation,
  URL_FEATURES,
  type UrlFeatureExtractor,
  urlFeatureNames,
} from './features/url-features.js';
export { LONGEST_URL, parseUrl, registrableDomain } from './parse/parse-url.js';
export type { ParsedUrl } from './parse/parsed-url.js';
export {
  isUrlProblem,
  URL_PROBLEM_MESSAGES,
  type UrlProblem,
  type UrlProblemCode,
} from './parse/url-problem.js';
export { hashTerms } from './terms/hash-terms.js';
export { TERM_BLOCK_SIZE, TERM_BLOCKS, TERM_HASHING, type TermBlock } from './terms/term-blocks.js';
export { TermBuffer } from './terms/term-buffer.js';
export { placeOf } from './terms/term-hash.js';
export { describeTermReason } from './terms/term-reason.js';
