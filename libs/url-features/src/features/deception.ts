import type { ParsedUrl } from '../parse/parsed-url.js';
import { BRAND_OWNED_LABELS, SUFFIX_WORDS } from '../words/word-lists.js';
import { brandsIn, countForeignBrands } from '../words/words.js';
import type { FeatureFamily } from './url-feature.js';
import { counted, listed, quote, site } from './wording.js';

export const deception: FeatureFamily = {
  family: 'deception',
  features: [
    {
      name: 'brand_in_subdomain',
      description: 'Much-phished brand names in the subdomain that the registrable domain does not hold',
      reason: (value, parsed) =>
        value > 0
          ? `${foreignBrands(parsed.subdomain, parsed)} stands in the subdomain, but the site is ${site(parsed)}`
          : "No other brand's name stands in the subdomain",
    },
    {
      name: 'brand_in_path',
      description: 'Much-phished brand names in path or query that the registrable domain does not hold',
      reason: (value, parsed) =>
        value > 0
          ? `${foreignBrands(`${parsed.path}?${parsed.query}`, parsed)} stands in the path, but the site is ${site(parsed)}`
          : "No other brand's name stands in the path",
    },
    {
      name: 'brand_borrowed',
      description:
        '1 where the domain label holds a brand name among other letters, or stands on free hosting',
      reason: (value, parsed) =>
        value > 0
          ? `${site(parsed)} borrows the name ${listed(brandsIn(parsed.domainLabel))}`
          : `${site(parsed)} does not borrow a brand's name`,
    },
    {
      name: 'suffix_in_subdomain',
      description: 'Labels or hyphenated words such as `com` before the public suffix',
      reason: (value, parsed) =>
        value > 0
          ? `${quote(parsed.host)} shows an ending such as \`com\` before its real one, \`${parsed.publicSuffix}\``
          : 'The host shows no false ending',
    },
    {
      name: 'userinfo',
      description: '1 where something stands before an `@` in front of the host',
      reason: (value, parsed) =>
        value > 0
          ? `What stands before the \`@\` is not the site; the site is ${site(parsed)}`
          : 'Nothing stands before the host',
    },
    {
      name: 'encoded_characters',
      description: 'Percent-encoded characters in path, query and fragment',
      reason: (value) => `The URL has ${counted(value, 'encoded character')}`,
    },
    {
      name: 'double_slash_in_path',
      description: '1 where the path holds an empty segment',
      reason: (value) => (value > 0 ? 'The path holds a double slash' : 'The path holds no double slash'),
    },
    {
      name: 'url_in_url',
      description: '1 where path, query or fragment hold another URL (`http:`, `https:`, `www.`)',
      reason: (value) =>
        value > 0 ? 'Another URL stands inside this one' : 'No other URL stands inside this one',
    },
  ],
  extract(parsed: ParsedUrl, out: Float32Array, at: number): void {
    const owner = parsed.domainLabel;
    out[at] = countForeignBrands(parsed.subdomain, owner);
    out[at + 1] = countForeignBrands(parsed.path, owner) + countForeignBrands(parsed.query, owner);
    out[at + 2] = borrowsBrand(parsed) ? 1 : 0;
    out[at + 3] = countFalseSuffixes(parsed);
    out[at + 4] = parsed.hasUserinfo ? 1 : 0;
    out[at + 5] = countEncoded(parsed.canonical);
    out[at + 6] = parsed.path.includes('//') ? 1 : 0;
    out[at + 7] = [parsed.path, parsed.query, parsed.fragment].some(holdsUrl) ? 1 : 0;
  },
};

function borrowsBrand({ domainLabel, isPrivateSuffix }: ParsedUrl): boolean {
  if (domainLabel.length === 0 || BRAND_OWNED_LABELS.has(domainLabel)) return false;
  const brands = brandsIn(domainLabel);
  // `paypal.github.io` was registered by whoever came first.
  return brands.length > 0 && (isPrivateSuffix || !brands.includes(domainLabel));
}

function foreignBrands(text: string, parsed: ParsedUrl): string {
  return listed(brandsIn(text).filter((brand) => !parsed.domainLabel.includes(brand)));
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
  return (
    text.includes('http:') ||
    text.includes('https:') ||
    text.includes('http%3') ||
    text.includes('https%3') ||
    text.includes('www.')
  );
}
