import { HOST_CLASS, isRestrictedSuffix } from '../knowledge/host-classes.js';
import type { SiteFacts } from '../knowledge/site-facts.js';
import { CHEAP_SUFFIXES, CLASSIC_SUFFIXES } from '../knowledge/suffixes.js';
import type { ParsedUrl } from '../parse/parsed-url.js';
import type { FeatureFamily } from './url-feature.js';
import { quote, site } from './wording.js';

export const hosting: FeatureFamily = {
  family: 'hosting',
  features: [
    {
      name: 'open_hosting',
      description:
        '1 on free hosting and hosts of what their users put there (private part of the Public Suffix List, and a list of our own)',
      why: "The host's good name says nothing of the page: anyone can put one there",
      reason: (value, parsed) =>
        value > 0
          ? `Anyone can put a page on ${quote(parsed.host)}`
          : `${site(parsed)} is not known as hosting open to anyone`,
    },
    {
      name: 'open_path',
      description:
        '1 where a well-known site sends on to any other, or serves files of its users, at this path',
      why: 'Redirectors and shared files lend the good name of their host to anyone',
      reason: (value, parsed) =>
        value > 0
          ? `At this path ${site(parsed)} leads to what anyone chose`
          : `The path is not known as one where ${site(parsed)} leads elsewhere`,
    },
    {
      name: 'shortener',
      description: '1 where the site is a public link shortener',
      why: 'The true destination cannot be seen',
      reason: (value, parsed) =>
        value > 0
          ? `${site(parsed)} is a link shortener: it hides where the link leads`
          : `${site(parsed)} is not a known link shortener`,
    },
    {
      name: 'dynamic_dns',
      description: '1 under a name that anyone can point at a machine of their own at once and for nothing',
      why: 'A name that costs nothing and can be left behind tomorrow',
      reason: (value, parsed) =>
        value > 0
          ? `${quote(parsed.host)} is a name of a dynamic DNS service, free to anyone`
          : `${site(parsed)} is not known as dynamic DNS`,
    },
    {
      name: 'tunnel',
      description: '1 under a service that opens a machine behind a router to the web',
      why: 'A kit run from a machine at home, without hosting of its own',
      reason: (value, parsed) =>
        value > 0
          ? `${quote(parsed.host)} leads through a tunnel to somebody's own machine`
          : `${site(parsed)} is not a known tunnel`,
    },
    {
      name: 'suffix_restricted',
      description: '1 under a suffix kept for vetted bodies: governments, schools, armed forces, banks',
      why: 'A phisher cannot register there, only break in',
      reason: (value, parsed) =>
        value > 0
          ? `Only vetted bodies register under \`.${parsed.publicSuffix}\``
          : 'The ending of the host is not kept for vetted bodies',
    },
    {
      name: 'suffix_classic',
      description: '1 under com, org, net, edu, gov, mil or int',
      why: 'Most honest sites stand there; most throwaway names do not',
      reason: (value, parsed) =>
        value > 0
          ? `\`.${parsed.publicSuffix}\` is a long-established ending`
          : `The host does not end in \`.com\` or another long-established ending`,
    },
    {
      name: 'suffix_cheap',
      description: '1 under a suffix that is free or nearly so, and much abused',
      why: 'Phishers buy by the hundred where names cost nothing',
      reason: (value, parsed) =>
        value > 0
          ? `\`.${parsed.publicSuffix}\` is an ending that is cheap and often abused`
          : 'The ending of the host is not among those most abused',
    },
    {
      name: 'suffix_length',
      description: 'Characters in the public suffix; 0 for an IP address',
      why: "A long suffix is a new one or a hosting company's",
      reason: (value, parsed) =>
        value === 0
          ? 'The host has no ending such as `.com`'
          : `The host ends in \`.${parsed.publicSuffix}\``,
    },
    {
      name: 'blog_platform',
      description: '1 on well-known homes of journals, fan pages and communities',
      why: 'Open to anyone, too, but mostly honest: throwaway pages go to builders of shop and sign-in pages',
      reason: (value, parsed) =>
        value > 0
          ? `${quote(parsed.host)} stands on a well-known home of blogs and communities`
          : `${site(parsed)} is not known as a home of blogs`,
    },
  ],
  extract(parsed: ParsedUrl, out: Float32Array, at: number, facts: SiteFacts): void {
    const { classes, isRented, isOpenPath } = facts;
    out[at] = isRented || classes & HOST_CLASS.openHosting ? 1 : 0;
    out[at + 1] = isOpenPath ? 1 : 0;
    out[at + 2] = classes & HOST_CLASS.shortener ? 1 : 0;
    out[at + 3] = classes & HOST_CLASS.dynamicDns ? 1 : 0;
    out[at + 4] = classes & HOST_CLASS.tunnel ? 1 : 0;
    out[at + 5] = isRestrictedSuffix(parsed.publicSuffix) ? 1 : 0;
    out[at + 6] = CLASSIC_SUFFIXES.has(parsed.publicSuffix) ? 1 : 0;
    out[at + 7] = CHEAP_SUFFIXES.has(parsed.publicSuffix) ? 1 : 0;
    out[at + 8] = parsed.publicSuffix.length;
    out[at + 9] = classes & HOST_CLASS.blogPlatform ? 1 : 0;
  },
};
