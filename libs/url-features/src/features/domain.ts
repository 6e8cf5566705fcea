import { measureName, newNameStatistics } from '../characters/name-statistics.js';
import { share } from '../characters/share.js';
import { isCountryDomain, isRecentGenericDomain } from '../characters/top-level-domains.js';
import { measureUnlikeliness, type Unlikeliness } from '../characters/unlikeliness.js';
import type { ParsedUrl } from '../parse/parsed-url.js';
import type { ExplainedFeature } from './url-feature.js';
import { counted, percent, quote, site } from './wording.js';

const statistics = newNameStatistics();
const unlikeliness: Unlikeliness = { mean: 0, rarest: 0 };

/** The features of the host's parts: what was registered, what stands before it, and the suffix. */
export const domainFeatures: readonly ExplainedFeature[] = [
  {
    name: 'domain_hyphens',
    description: 'Hyphens in the domain label',
    why: 'Established names have none or one; `paypal-account-update` has two',
    reason: (value, parsed) =>
      `The name ${quote(parsed.domainLabel || parsed.host)} has ${counted(value, 'hyphen')}`,
  },
  {
    name: 'domain_entropy',
    description: 'Shannon entropy of the characters of the domain label, bits',
    why: 'As of the host, without what others chose for it',
    reason: (value, parsed) =>
      value > 3.2
        ? `The name ${quote(parsed.domainLabel)} uses many different characters`
        : `The name ${quote(parsed.domainLabel || parsed.host)} uses few different characters`,
  },
  {
    name: 'domain_alternations',
    description: 'Places in the domain label where a letter and a digit meet',
    why: 'A name like `a1b2c3` was made up by a program',
    reason: (value, parsed) =>
      value > 0
        ? `Letters and digits are mixed in the name ${quote(parsed.domainLabel)}`
        : `Letters and digits are not mixed in the name ${quote(parsed.domainLabel || parsed.host)}`,
  },
  {
    name: 'domain_unlikeliness',
    description: 'How unlike ordinary names the letters of the domain label are, bits a letter',
    why: 'Names that people chose read like words of some language; generated ones do not',
    reason: (value, parsed) =>
      value > 5
        ? `The name ${quote(parsed.domainLabel)} looks random`
        : `The name ${quote(parsed.domainLabel || parsed.host)} reads like a name`,
  },
  {
    name: 'domain_rarest_letter',
    description: 'Bits of the least likely letter of the domain label after the two before it',
    why: 'One impossible sequence gives away a name that is made of words otherwise',
    reason: (value, parsed) =>
      value > 8
        ? `The name ${quote(parsed.domainLabel)} holds a sequence of letters that names hardly have`
        : `The name ${quote(parsed.domainLabel || parsed.host)} holds no strange sequence of letters`,
  },
  {
    name: 'domain_vowel_ratio',
    description: 'Vowels (y among them) as a share of the letters of the domain label; 0 without letters',
    why: 'Pronounceable names were chosen by somebody; generated ones have too few vowels',
    reason: (value, parsed) =>
      parsed.domainLabel === ''
        ? 'The host has no registered name'
        : `${percent(value)} of the letters of ${quote(parsed.domainLabel)} are vowels`,
  },
  {
    name: 'domain_consonant_run',
    description: 'Longest run of consonants in the domain label',
    why: 'Names that cannot be pronounced are registered by programs, by the hundred',
    reason: (value, parsed) =>
      value >= 5
        ? `The name ${quote(parsed.domainLabel)} can hardly be pronounced`
        : `The name ${quote(parsed.domainLabel || parsed.host)} has no long run of consonants`,
  },
  {
    name: 'domain_digit_ratio',
    description: 'Digits as a share of the domain label',
    why: 'Digits fill up a wanted name that was taken',
    reason: (value, parsed) =>
      parsed.domainLabel === ''
        ? 'The host has no registered name'
        : `${percent(value)} of the name ${quote(parsed.domainLabel)} is digits`,
  },
  {
    name: 'subdomain_unlikeliness',
    description: 'How unlike ordinary names the letters before the registrable domain are, bits a letter',
    why: "A random subdomain makes every victim's host another",
    reason: (value, parsed) =>
      value > 5
        ? `${quote(parsed.subdomain)} before ${site(parsed)} looks random`
        : `Nothing that looks random stands before ${site(parsed)}`,
  },
  {
    name: 'subdomain_digits',
    description: 'Digits before the registrable domain',
    why: 'Counted and generated subdomains come by the hundred',
    reason: (value, parsed) => `${counted(value, 'digit')} before ${site(parsed)}`.replace(/^no/, 'No'),
  },
  {
    name: 'subdomain_hyphens',
    description: 'Hyphens before the registrable domain',
    why: 'A subdomain that spells a whole sentence pretends to be a host',
    reason: (value, parsed) => `${counted(value, 'hyphen')} before ${site(parsed)}`.replace(/^no/, 'No'),
  },
  {
    name: 'suffix_labels',
    description: 'Labels of the public suffix; 0 for an IP address',
    why: "`co.jp` asks for papers, `cn` for none; a hosting company's own suffix has two or more",
    reason: (value, parsed) =>
      value === 0
        ? 'The host has no public ending'
        : `The ending \`.${parsed.publicSuffix}\` has ${counted(value, 'part')}`,
  },
  {
    name: 'suffix_country',
    description: "1 under a country's top-level domain",
    why: "Some countries' are cheap and far from the brand that is copied; others are watched closely",
    reason: (value) =>
      value > 0 ? "The host ends in a country's domain" : "The host does not end in a country's domain",
  },
  {
    name: 'suffix_recent',
    description: '1 under a generic top-level domain of after 2012',
    why: 'The hundreds of new ones are sold at a loss in the first year, which throw-away names never outlive',
    reason: (value, parsed) =>
      value > 0
        ? `The host ends in one of the new generic domains, \`.${parsed.publicSuffix}\``
        : 'The host does not end in one of the new generic domains',
  },
];

/** Writes the values of `domainFeatures` into `out` from `at`. */
export function measureDomain(parsed: ParsedUrl, out: Float32Array, at: number): void {
  measureLabel(parsed.domainLabel, out, at);
  measureSubdomain(parsed.subdomain, out, at + 8);
  measureSuffix(parsed.publicSuffix, out, at + 11);
}

/** Eight numbers from `at`. */
function measureLabel(label: string, out: Float32Array, at: number): void {
  measureName(label, statistics);
  measureUnlikeliness(label, unlikeliness);
  out[at] = statistics.hyphens;
  out[at + 1] = statistics.entropy;
  out[at + 2] = statistics.alternations;
  out[at + 3] = unlikeliness.mean;
  out[at + 4] = unlikeliness.rarest;
  out[at + 5] = share(statistics.vowels, statistics.letters);
  out[at + 6] = statistics.longestConsonantRun;
  out[at + 7] = share(statistics.digits, statistics.length);
}

/** Three numbers from `at`. */
function measureSubdomain(subdomain: string, out: Float32Array, at: number): void {
  measureName(subdomain, statistics);
  out[at] = measureUnlikeliness(subdomain, unlikeliness).mean;
  out[at + 1] = statistics.digits;
  out[at + 2] = statistics.hyphens;
}

/** Three numbers from `at`. */
function measureSuffix(suffix: string, out: Float32Array, at: number): void {
  const top = suffix.slice(suffix.lastIndexOf('.') + 1);
  out[at] = countLabels(suffix);
  out[at + 1] = isCountryDomain(top) ? 1 : 0;
  out[at + 2] = isRecentGenericDomain(top) ? 1 : 0;
}

/** Labels of a name; 0 of none. */
export function countLabels(name: string): number {
  if (name.length === 0) return 0;
  let labels = 1;
  for (let at = name.indexOf('.'); at >= 0; at = name.indexOf('.', at + 1)) labels++;
  return labels;
}
