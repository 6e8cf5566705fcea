import { extractUrlFeatures, isUrlProblem, parseUrl, urlFeatureNames } from '@weir/url-features';
import { BRANDS } from '../../libs/url-features/dist/knowledge/generated/brands.js';

/** The first of a brand's sites are the ones its customers know. */
const SITES_OF_A_BRAND = 4;
const IS_OWNER = urlFeatureNames.indexOf('brand_is_owner');

/**
 * Homepages of much-phished brands' own sites: where phishing of a name is all that a model has seen of it, the name
 * itself looks bad, and most of all on the site that it belongs to.
 */
export function brandSites() {
  const sites = BRANDS.split('\n').flatMap((line) =>
    line
      .slice(line.indexOf('|') + 1)
      .split(' ')
      .slice(0, SITES_OF_A_BRAND),
  );
  return [...new Set(sites)].filter(isOwn).map((site) => ({
    url: `https://${site}/`,
    label: 'benign',
    source: 'brand-site',
    date: '2026',
  }));
}

/** Not where strangers put their pages. */
function isOwn(site) {
  const parsed = parseUrl(site);
  if (isUrlProblem(parsed)) return false;
  const row = new Float32Array(urlFeatureNames.length);
  extractUrlFeatures(parsed, row);
  return row[IS_OWNER] === 1;
}
