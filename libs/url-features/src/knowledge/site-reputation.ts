import type { ParsedUrl } from '../parse/parsed-url.js';
import { FuseFilterGroup } from './fuse-filter-group.js';
import { FREE_EMAIL } from './generated/free-email.js';
import { HSTS_PRELOAD } from './generated/hsts-preload.js';
import { PROFILE_SITES } from './generated/profile-sites.js';
import { THIRD_PARTIES } from './generated/third-parties.js';

/** Lists too long to be held in full, as bits; each is wrong for a few strangers, as many as its filter's bits say. */
export const SITE_LIST = {
  /** Browsers are told beforehand to use HTTPS there; wrong for 1 in 1,024 of the others. */
  preloaded: 1,
  /** Pages of other sites load something from there (HTTP Archive); wrong for 1 in 1,024 of the others. */
  thirdParty: 2,
  /** People keep public profiles there; wrong for 1 in 16,384 of the others. */
  profiles: 4,
  /** Mailboxes there are free to anyone; wrong for 1 in 16,384 of the others. */
  freeEmail: 8,
} as const;

const domainLists = new FuseFilterGroup([HSTS_PRELOAD, THIRD_PARTIES, PROFILE_SITES, FREE_EMAIL]);
const hostLists = new FuseFilterGroup([FREE_EMAIL]);

/** The lists that hold the site, as bits of {@link SITE_LIST}: mailboxes by host or registrable domain, the others by that alone. */
export function listsOf({ host, registrableDomain }: ParsedUrl): number {
  const lists = domainLists.holders(registrableDomain);
  if (lists & SITE_LIST.freeEmail || host.length === registrableDomain.length) return lists;
  return hostLists.holders(host) === 0 ? lists : lists | SITE_LIST.freeEmail;
}
