import { brands } from '../knowledge/brand-catalogue.js';
import { HOST_CLASS } from '../knowledge/host-classes.js';
import { readSite, type SiteFacts } from '../knowledge/site-facts.js';
import { listsOf, SITE_LIST } from '../knowledge/site-reputation.js';
import type { ParsedUrl } from '../parse/parsed-url.js';
import type { FeatureFamily } from './url-feature.js';
import { quote, site } from './wording.js';

/**
 * What lists know of the site's good name; all 0 for a site that no list knows. Where anyone can get a page (free
 * hosting, shorteners, tunnels, redirectors) the good name is the host's, not the page's, and counts for nothing.
 */
export const reputation: FeatureFamily = {
  family: 'reputation',
  features: [
    {
      name: 'brand_is_owner',
      description: "1 where the site is a much-phished brand's own",
      why: "The brand's own sign-in page speaks of signing in, too",
      reason: (value, parsed) =>
        value > 0
          ? `${site(parsed)} is ${quote(brands[readSite(parsed).owner]?.title ?? parsed.domainLabel)}'s own site`
          : `${site(parsed)} is not known as a much-phished brand's own site`,
    },
    {
      name: 'company_site',
      description:
        "1 where the site is a known company's or project's own (simple-icons' sources, third-party-web's companies)",
      why: 'A company with a known mark has a name to lose',
      reason: (value, parsed) =>
        value > 0
          ? `${site(parsed)} is the site of a known company or project`
          : `${site(parsed)} is not known as the site of a company or project`,
    },
    {
      name: 'known_site_rank',
      description: '1 to 4 among the 500, 250, 100 and 25 most-linked sites, else 0 (top-sites)',
      why: 'Sites linked by millions are seldom thrown away',
      reason: (value, parsed) =>
        value > 0
          ? `${site(parsed)} is one of the most-linked sites`
          : `${site(parsed)} is not one of the most-linked sites`,
    },
    {
      name: 'hsts_preloaded',
      description: "1 where the site is on the browsers' HSTS preload list",
      why: 'Who asks browser makers for it has kept a site up, and well, for months',
      reason: (value, parsed) =>
        value > 0
          ? `Browsers know ${site(parsed)} beforehand as a site that uses HTTPS only`
          : `${site(parsed)} is not on the browsers' list of sites that use HTTPS only`,
    },
    {
      name: 'third_party_site',
      description:
        '1 where pages of other sites load something from the site (HTTP Archive, by third-party-web)',
      why: 'Other sites build on what they expect to stay',
      reason: (value, parsed) =>
        value > 0
          ? `Other sites load parts of their pages from ${site(parsed)}`
          : `Other sites are not known to load parts of their pages from ${site(parsed)}`,
    },
    {
      name: 'profile_site',
      description: '1 where the site is known for public profiles of its users (maigret)',
      why: 'Communities live for years; sign-in words in their URLs are ordinary',
      reason: (value, parsed) =>
        value > 0
          ? `${site(parsed)} is a community known for its users' profiles`
          : `${site(parsed)} is not known as a community`,
    },
    {
      name: 'free_email_domain',
      description: '1 where the site gives mailboxes to anyone',
      why: "Providers of mailboxes are well-known sites, and their users' pages are not",
      reason: (value, parsed) =>
        value > 0
          ? `${site(parsed)} gives mailboxes to anyone`
          : `${site(parsed)} is not known to give mailboxes to anyone`,
    },
    {
      name: 'code_or_document_host',
      description: '1 on well-known hosts of code, packages, documentation, papers and reference works',
      why: 'Links to code and papers are long, deep and full of odd words, and honest',
      reason: (value, parsed) =>
        value > 0
          ? `${site(parsed)} is a well-known home of code or documents`
          : `${site(parsed)} is not a well-known home of code or documents`,
    },
  ],
  extract(parsed: ParsedUrl, out: Float32Array, at: number, facts: SiteFacts): void {
    const { isOpen, owner, isCompany, rankBucket, classes } = facts;
    const lists = isOpen ? 0 : listsOf(parsed);
    out[at] = !isOpen && owner >= 0 ? 1 : 0;
    out[at + 1] = !isOpen && isCompany ? 1 : 0;
    out[at + 2] = isOpen ? 0 : rankBucket;
    out[at + 3] = lists & SITE_LIST.preloaded ? 1 : 0;
    out[at + 4] = lists & SITE_LIST.thirdParty ? 1 : 0;
    out[at + 5] = lists & SITE_LIST.profiles ? 1 : 0;
    out[at + 6] = lists & SITE_LIST.freeEmail ? 1 : 0;
    out[at + 7] = classes & HOST_CLASS.codeOrDocuments ? 1 : 0;
  },
};
