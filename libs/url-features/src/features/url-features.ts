import { readSite } from '../knowledge/site-facts.js';
import type { ParsedUrl } from '../parse/parsed-url.js';
import { deception } from './deception.js';
import { disagreement } from './disagreement.js';
import { files } from './files.js';
import { host } from './host.js';
import { hosting } from './hosting.js';
import { lexical } from './lexical.js';
import { pathWords } from './path-words.js';
import { reputation } from './reputation.js';
import { structure } from './structure.js';
import type { ExplainedFeature, UrlFeature } from './url-feature.js';

const FAMILIES = [structure, host, lexical, deception, hosting, pathWords, files, disagreement, reputation];

/** The columns of the `url` schema, in their order. A model names those it was trained on: new ones are appended or renamed, never silently changed. */
export const URL_FEATURES: readonly UrlFeature[] = FAMILIES.flatMap(({ family, features }) =>
  features.map(({ name, description, why }) => ({ name, description, why, family })),
);

export const urlFeatureNames: readonly string[] = URL_FEATURES.map(({ name }) => name);

const EXPLAINED = new Map<string, ExplainedFeature>(
  FAMILIES.flatMap(({ features }) => features.map((each) => [each.name, each] as const)),
);

const OFFSETS = FAMILIES.map((_, index) =>
  FAMILIES.slice(0, index).reduce((sum, { features }) => sum + features.length, 0),
);

const REPUTATION_OFFSET = OFFSETS[FAMILIES.indexOf(reputation)] as number;

/**
 * Writes the row of one URL, `URL_FEATURES.length` finite numbers, into `out` from `offset`.
 * Throws RangeError where they do not fit.
 */
export function extractUrlFeatures(parsed: ParsedUrl, out: Float32Array, offset = 0): void {
  if (offset < 0 || offset + URL_FEATURES.length > out.length) {
    throw new RangeError(
      `a row of ${URL_FEATURES.length} features does not fit at ${offset} of ${out.length}`,
    );
  }
  const site = readSite(parsed);
  for (let index = 0; index < FAMILIES.length; index++) {
    FAMILIES[index]?.extract(parsed, out, offset + (OFFSETS[index] as number), site);
  }
}

export type UrlFeatureExtractor = (parsed: ParsedUrl, out: Float32Array, offset?: number) => void;

/**
 * {@link extractUrlFeatures}, or with `reputation: false` the same without the names that lists know: the columns of
 * the family `reputation` as for a site that no list holds. To measure a model with and without, and to train it on
 * rows that do not lean on lists.
 */
export function createUrlFeatureExtractor(
  options: { readonly reputation?: boolean } = {},
): UrlFeatureExtractor {
  if (options.reputation ?? true) return extractUrlFeatures;
  return (parsed, out, offset = 0) => {
    extractUrlFeatures(parsed, out, offset);
    forgetReputation(out, offset);
  };
}

/** Makes the site of an extracted row, which begins at `offset`, one that no list knows. */
export function forgetReputation(row: Float32Array, offset = 0): void {
  const first = offset + REPUTATION_OFFSET;
  row.fill(0, first, first + reputation.features.length);
}

/** A plain sentence on one feature's value in one URL, for the reasons of a verdict. An unknown feature is named as it is. */
export function describeReason(featureName: string, value: number, parsed: ParsedUrl): string {
  return EXPLAINED.get(featureName)?.reason(value, parsed) ?? `${featureName} is ${value}`;
}
