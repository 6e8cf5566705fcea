import { extractUrlFeatures, type ParsedUrl, urlFeatureNames } from '@weir/url-features';

const SHORTENER = urlFeatureNames.indexOf('shortener');

/** Whether the site is a link shortener, as the URL model sees it: one list serves both. */
export function isShortener(url: ParsedUrl): boolean {
  const row = new Float32Array(urlFeatureNames.length);
  extractUrlFeatures(url, row);
  return row[SHORTENER] === 1;
}
