import type { ParsedUrl } from '../parse/parsed-url.js';
import { CHEAP_SUFFIXES, CLASSIC_SUFFIXES, FREE_HOSTS, SHORTENERS } from '../words/word-lists.js';
import type { FeatureFamily } from './url-feature.js';
import { site } from './wording.js';

export const hosting: FeatureFamily = {
  family: 'hosting',
  features: [
    {
      name: 'free_hosting',
      description:
        '1 on free hosting or dynamic DNS (private part of the Public Suffix List, and a list of our own)',
      reason: (value, parsed) =>
        value > 0
          ? `${site(parsed)} is free hosting, open to anyone`
          : `${site(parsed)} is not known as free hosting`,
    },
    {
      name: 'shortener',
      description: '1 where the site is a public link shortener',
      reason: (value, parsed) =>
        value > 0
          ? `${site(parsed)} is a link shortener: it hides where the link leads`
          : `${site(parsed)} is not a known link shortener`,
    },
    {
      name: 'suffix_classic',
      description: '1 under com, org, net, edu, gov, mil or int',
      reason: (value, parsed) =>
        value > 0
          ? `\`.${parsed.publicSuffix}\` is a long-established ending`
          : `The host does not end in \`.com\` or another long-established ending`,
    },
    {
      name: 'suffix_cheap',
      description: '1 under a suffix that is free or nearly so, and much abused',
      reason: (value, parsed) =>
        value > 0
          ? `\`.${parsed.publicSuffix}\` is an ending that is cheap and often abused`
          : 'The ending of the host is not among those most abused',
    },
    {
      name: 'suffix_length',
      description: 'Characters in the public suffix; 0 for an IP address',
      reason: (value, parsed) =>
        value === 0
          ? 'The host has no ending such as `.com`'
          : `The host ends in \`.${parsed.publicSuffix}\``,
    },
  ],
  extract(parsed: ParsedUrl, out: Float32Array, at: number): void {
    out[at] = isFreeHosting(parsed) ? 1 : 0;
    out[at + 1] = SHORTENERS.has(parsed.host) || SHORTENERS.has(parsed.registrableDomain) ? 1 : 0;
    out[at + 2] = CLASSIC_SUFFIXES.has(parsed.publicSuffix) ? 1 : 0;
    out[at + 3] = CHEAP_SUFFIXES.has(parsed.publicSuffix) ? 1 : 0;
    out[at + 4] = parsed.publicSuffix.length;
  },
};

function isFreeHosting(parsed: ParsedUrl): boolean {
  return parsed.isPrivateSuffix || FREE_HOSTS.has(parsed.registrableDomain) || FREE_HOSTS.has(parsed.host);
}
