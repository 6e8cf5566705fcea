import type { ParsedUrl } from '../parse/parsed-url.js';
import { BinaryFuseFilter } from './binary-fuse-filter.js';
import { ownerOf } from './brand-catalogue.js';
import { FREE_EMAIL } from './generated/free-email.js';
import { HSTS_PRELOAD } from './generated/hsts-preload.js';
import { PROFILE_SITES } from './generated/profile-sites.js';
import { ICON_SITES, TOP_SITES } from './generated/sites.js';
import { THIRD_PARTIES, THIRD_PARTY_COMPANIES } from './generated/third-parties.js';
import { classesOf, HOST_CLASS, isOpenPath, isRentedSuffix } from './host-classes.js';

/** Upper bounds of the ranks of one bucket, the best bucket last. */
const RANK_BUCKETS = [500, 250, 100, 25];

const preloaded = new BinaryFuseFilter(HSTS_PRELOAD);
const freeEmail = new BinaryFuseFilter(FREE_EMAIL);
const thirdParties = new BinaryFuseFilter(THIRD_PARTIES);
const profileSites = new BinaryFuseFilter(PROFILE_SITES);
const companies = new Set([...ICON_SITES.split(' '), ...THIRD_PARTY_COMPANIES.split(' ')]);
const ranks = new Map(TOP_SITES.split(' ').map((site, index) => [site, index + 1] as const));

const OPEN = HOST_CLASS.openHosting | HOST_CLASS.shortener | HOST_CLASS.dynamicDns | HOST_CLASS.tunnel;

/** Whether anyone can get a page under the host, so that its owner's good name says nothing of the page. */
export function isOpenToAnyone(parsed: ParsedUrl): boolean {
  return isRentedSuffix(parsed) || (classesOf(parsed.host) & OPEN) !== 0 || isOpenPath(parsed);
}

/** The brand that owns the site, or -1. Open hosting belongs to its company all the same. */
export function siteOwner(parsed: ParsedUrl): number {
  const owner = ownerOf(parsed.registrableDomain);
  return owner >= 0 || isOpenToAnyone(parsed) ? owner : ownerOf(parsed.publicSuffix);
}

/** 0 for a site not among the 500 most linked; else 1 to 4, the higher the more linked (top 500, 250, 100, 25). */
export function rankBucket(parsed: ParsedUrl): number {
  const rank = ranks.get(parsed.registrableDomain);
  if (rank === undefined) return 0;
  let bucket = 0;
  for (const bound of RANK_BUCKETS) if (rank <= bound) bucket++;
  return bucket;
}

/** Whether the site is the own one of a company with a known mark, or whose scripts many pages load. */
export function isCompanySite(parsed: ParsedUrl): boolean {
  return companies.has(parsed.registrableDomain);
}

/** Whether browsers are told beforehand to use HTTPS there; wrong for 1 in 1,024 of the others. */
export function isPreloaded(parsed: ParsedUrl): boolean {
  return preloaded.has(parsed.registrableDomain);
}

/** Whether mailboxes there are free to anyone; wrong for 1 in 16,384 of the others. */
export function isFreeEmail(parsed: ParsedUrl): boolean {
  return freeEmail.has(parsed.registrableDomain) || freeEmail.has(parsed.host);
}

/** Whether pages of other sites load something from there (HTTP Archive); wrong for 1 in 1,024 of the others. */
export function isThirdParty(parsed: ParsedUrl): boolean {
  return thirdParties.has(parsed.registrableDomain);
}

/** Whether people keep public profiles there; wrong for 1 in 16,384 of the others. */
export function isProfileSite(parsed: ParsedUrl): boolean {
  return profileSites.has(parsed.registrableDomain);
}
