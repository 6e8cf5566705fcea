import { brands } from '../knowledge/brand-catalogue.js';
import {
  countForeignBrands,
  firstForeignBrand,
  foreignBrandNames,
  isBrandName,
} from '../knowledge/brand-matching.js';
import { confusableBrand } from '../knowledge/confusable-brands.js';
import { nearestBrand, nearestShortBrand } from '../knowledge/lookalikes.js';
import type { Lookalike } from '../knowledge/neighbourhood.js';
import { readSite, type SiteFacts } from '../knowledge/site-facts.js';
import { asciiForm } from '../knowledge/skeleton.js';
import { SUFFIX_WORDS } from '../knowledge/suffixes.js';
import type { ParsedUrl } from '../parse/parsed-url.js';
import type { FeatureFamily } from './url-feature.js';
import { counted, listed, quote, site } from './wording.js';

const nearest: Lookalike = { brand: -1, distance: 0, word: '' };

export const deception: FeatureFamily = {
  family: 'deception',
  features: [
    {
      name: 'brand_in_subdomain',
      description: "Much-phished brand names in the subdomain of a site that is not the brand's",
      why: 'A subdomain costs nothing and holds any name; only the registrable domain says whose site it is',
      reason: (value, parsed) =>
        value > 0
          ? `${named(parsed.subdomain, parsed)} stands in the subdomain, but the site is ${site(parsed)}`
          : "No other brand's name stands in the subdomain",
    },
    {
      name: 'brand_in_path',
      description: "Much-phished brand names in path or query of a site that is not the brand's",
      why: 'A kit names the brand it copies in its folders, where no registry can object',
      reason: (value, parsed) =>
        value > 0
          ? `${named(`${parsed.path}?${parsed.query}`, parsed)} stands in the path, but the site is ${site(parsed)}`
          : "No other brand's name stands in the path",
    },
    {
      name: 'brand_in_domain',
      description:
        "Much-phished brand names among other letters in the domain label of a site that is not the brand's",
      why: 'Phishers register names such as `paypal-help`; brands seldom do',
      reason: (value, parsed) =>
        value > 0
          ? `${site(parsed)} borrows the name ${named(parsed.domainLabel, parsed)}, but ${whoOwns(parsed)}`
          : `${site(parsed)} does not borrow a brand's name`,
    },
    {
      name: 'brand_elsewhere',
      description:
        "1 where the domain label is a brand's name, under an ending or host that is not the brand's",
      why: 'The same name under a cheaper ending or on free hosting belongs to whoever came first',
      reason: (value, parsed) =>
        value > 0
          ? `${site(parsed)} bears the name ${named(parsed.domainLabel, parsed)}, but ${whoOwns(parsed)}`
          : `${site(parsed)} does not bear a brand's name under another ending`,
    },
    {
      name: 'brand_lookalike',
      description: "2 where a word of the host is one edit from a brand's name, 1 where it is two",
      why: '`amaozn` is read as the name it nearly is',
      reason: (value, parsed) =>
        value > 0
          ? lookalikeReason(nearestBrand(asciiForm(registeredName(parsed)), nearest))
          : 'No word of the host nearly spells a brand',
    },
    {
      name: 'short_brand_lookalike',
      description: "1 where a word of the host is one edit from a brand's name of four or five letters",
      why: '`smdc` is read as `smbc` by who expects it; so short a name has chance neighbours, too',
      reason: (value, parsed) =>
        value > 0
          ? lookalikeReason(nearestShortBrand(asciiForm(registeredName(parsed)), nearest))
          : 'No word of the host nearly spells a short brand',
    },
    {
      name: 'brand_confusable',
      description:
        "1 where the host shows a brand's name only at a glance (Unicode TR39 confusables, `1` for `l`, `rn` for `m`)",
      why: 'Letters of another alphabet, or `rn` for `m`, are not told apart at a glance',
      reason: (value, parsed) =>
        value > 0 ? confusableReason(parsed) : 'No letters of the host pose as those of a brand',
    },
    {
      name: 'suffix_in_subdomain',
      description: 'Labels or hyphenated words such as `com` before the public suffix',
      why: '`paypal.com.example.tk` shows a false end to a reader who stops early',
      reason: (value, parsed) =>
        value > 0
          ? `${quote(parsed.host)} shows an ending such as \`com\` before its real one, \`${parsed.publicSuffix}\``
          : 'The host shows no false ending',
    },
    {
      name: 'userinfo',
      description: '1 where something stands before an `@` in front of the host',
      why: 'What stands before an `@` looks like the site and is not',
      reason: (value, parsed) =>
        value > 0
          ? `What stands before the \`@\` is not the site; the site is ${site(parsed)}`
          : 'Nothing stands before the host',
    },
    {
      name: 'encoded_characters',
      description: 'Percent-encoded characters in path, query and fragment',
      why: 'Encoding hides words from filters and readers',
      reason: (value) => `The URL has ${counted(value, 'encoded character')}`,
    },
    {
      name: 'double_slash_in_path',
      description: '1 where the path holds an empty segment',
      why: 'Redirectors and careless kits leave empty segments',
      reason: (value) => (value > 0 ? 'The path holds a double slash' : 'The path holds no double slash'),
    },
    {
      name: 'url_in_url',
      description: '1 where path, query or fragment hold another URL (`http:`, `https:`, `www.`)',
      why: 'A redirector, or a familiar address shown to reassure',
      reason: (value) =>
        value > 0 ? 'Another URL stands inside this one' : 'No other URL stands inside this one',
    },
  ],
  extract(parsed: ParsedUrl, out: Float32Array, at: number, { owner }: SiteFacts): void {
    const inLabel = countForeignBrands(parsed.domainLabel, owner);
    const isName = inLabel > 0 && isBrandName(parsed.domainLabel);
    const name = registeredName(parsed);
    out[at] = countForeignBrands(parsed.subdomain, owner);
    out[at + 1] = countForeignBrands(parsed.path, owner) + countForeignBrands(parsed.query, owner);
    out[at + 2] = isName ? 0 : inLabel;
    out[at + 3] = isName ? 1 : 0;
    const ascii = asciiForm(name);
    out[at + 4] = closeness(nearestBrand(ascii, nearest));
    out[at + 5] = nearestShortBrand(ascii, nearest).brand >= 0 ? 1 : 0;
    out[at + 6] = confusableBrand(name) >= 0 ? 1 : 0;
    out[at + 7] = countFalseSuffixes(parsed);
    out[at + 8] = parsed.hasUserinfo ? 1 : 0;
    out[at + 9] = countEncoded(parsed.canonical);
    out[at + 10] = parsed.path.includes('//') ? 1 : 0;
    out[at + 11] = holdsUrl(parsed.path) || holdsUrl(parsed.query) || holdsUrl(parsed.fragment) ? 1 : 0;
  },
};

/** The host without its public suffix; an IP address has no name. */
function registeredName({ host, isIp, publicSuffix }: ParsedUrl): string {
  if (isIp) return '';
  return publicSuffix === '' ? host : host.slice(0, Math.max(0, host.length - publicSuffix.length - 1));
}

function closeness({ distance }: Lookalike): number {
  return distance === 0 ? 0 : 3 - distance;
}

function named(text: string, parsed: ParsedUrl): string {
  return listed(foreignBrandNames(text, readSite(parsed).owner));
}

function whoOwns(parsed: ParsedUrl): string {
  return ownSite(firstForeignBrand(parsed.domainLabel, readSite(parsed).owner));
}

function ownSite(brand: number): string {
  const { title, site: own } = brands[brand] ?? { title: '', site: '' };
  return `the site of ${quote(title)} is ${quote(own)}`;
}

function lookalikeReason({ brand, word }: Lookalike): string {
  return brand < 0
    ? 'A word of the host nearly spells a brand'
    : `${quote(word)} nearly spells a brand: ${ownSite(brand)}`;
}

function confusableReason(parsed: ParsedUrl): string {
  const brand = confusableBrand(registeredName(parsed));
  return brand < 0
    ? 'Letters of the host pose as those of a brand'
    : `${quote(parsed.host)} looks like a brand's name and is not: ${ownSite(brand)}`;
}

/** Words between dots and hyphens, the suffix itself left out. */
function countFalseSuffixes(parsed: ParsedUrl): number {
  if (parsed.isIp) return 0;
  const end = parsed.host.length - parsed.publicSuffix.length;
  let found = 0;
  let start = 0;
  for (let index = 0; index < end; index++) {
    const code = parsed.host.charCodeAt(index);
    if (code !== 0x2e && code !== 0x2d) continue;
    const length = index - start;
    // The first word of a host ends nothing: `com.example.org` shows no false ending.
    if (start > 0 && length >= 2 && length <= 4 && SUFFIX_WORDS.has(parsed.host.slice(start, index))) found++;
    start = index + 1;
  }
  return found;
}

function countEncoded(text: string): number {
  let encoded = 0;
  for (let at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
    if (isHex(text.charCodeAt(at + 1)) && isHex(text.charCodeAt(at + 2))) encoded++;
  }
  return encoded;
}

function isHex(code: number): boolean {
  const lower = code | 0x20;
  return (code >= 0x30 && code <= 0x39) || (lower >= 0x61 && lower <= 0x66);
}

function holdsUrl(text: string): boolean {
  if (text.length < 5) return false;
  return text.includes('www.') || (text.includes('http') && holdsScheme(text));
}

function holdsScheme(text: string): boolean {
  return ['http:', 'https:', 'http%3', 'https%3'].some((scheme) => text.includes(scheme));
}
