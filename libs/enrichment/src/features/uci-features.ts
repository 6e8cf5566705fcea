import { UCI_30 } from '@weir/contracts';
import { type Finding, found, missing, type SiteFacts } from './site-facts.js';
import { PAGE_RULES, SITE_RULES } from './site-rules.js';
import type { Ternary } from './ternary.js';
import { URL_RULES } from './url-rules.js';

export interface MissingFeature {
  readonly feature: string;
  readonly reason: string;
}

export interface UciFeatures {
  /** All thirty by their published names, `null` where missing. */
  readonly features: Readonly<Record<string, Ternary | null>>;
  readonly missing: readonly MissingFeature[];
  /** Whether a later attempt may find more. */
  readonly isPassing: boolean;
}

/** What has no source that everybody may ask. */
const WITHOUT_SOURCE: Readonly<Record<string, string>> = {
  web_traffic: 'visits are ranked by services that are paid for or gone',
  Page_Rank: 'PageRank is no longer published',
  Google_Index: "Google's index cannot be asked freely",
  Links_pointing_to_page: 'links to a page are counted by services that are paid for',
  Statistical_report: "the paper's lists of top phishing hosts are of 2010 to 2012",
};

/**
 * The features of Mohammad, Thabtah and McCluskey, "An assessment of features related to phishing websites using an
 * automated technique" (ICITST 2012) and their "Phishing Websites Features", in the values of the UCI data set: -1
 * speaks for phishing, 0 is suspicious, 1 speaks against it. docs/enrichment.md tells each with its threshold.
 */
export function uciFeatures(site: SiteFacts): UciFeatures {
  const findings = UCI_30.columns.map(({ name }) => [name, findingOf(name, site)] as const);
  return {
    features: Object.fromEntries(
      findings.map(([name, finding]) => [name, 'found' in finding ? finding.found : null]),
    ),
    missing: findings.flatMap(([feature, finding]) =>
      'found' in finding ? [] : [{ feature, reason: finding.missing }],
    ),
    isPassing: findings.some(([, finding]) => !('found' in finding) && finding.isPassing),
  };
}

function findingOf(name: string, site: SiteFacts): Finding<Ternary> {
  if (isKeyOf(URL_RULES, name)) return found(URL_RULES[name](site.url));
  if (isKeyOf(SITE_RULES, name)) return SITE_RULES[name](site);
  if (isKeyOf(PAGE_RULES, name)) return PAGE_RULES[name](site);
  return missing(WITHOUT_SOURCE[name] ?? 'nothing tells it');
}

function isKeyOf<T extends object>(rules: T, name: string): name is Extract<keyof T, string> {
  return Object.hasOwn(rules, name);
}
