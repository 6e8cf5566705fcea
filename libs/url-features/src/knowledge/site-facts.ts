import type { ParsedUrl } from '../parse/parsed-url.js';
import { classesUnder, HOST_CLASS, isRentedSuffix, isUnder } from './host-classes.js';
import { type KnownName, knownNames } from './known-names.js';
import { EMPTY_TAIL, extendTail } from './tail-index.js';

/** What the lists held in full say of a URL's site. */
export interface SiteFacts {
  /** Bits of {@link HOST_CLASS}: those of the host, and of every name it lies under. */
  classes: number;
  /** The public suffix is a hosting company's, where anyone can take a name. */
  isRented: boolean;
  /** The site leads from this path to any other site, or serves there what its users put. */
  isOpenPath: boolean;
  /** Anyone can get a page there, so that the owner's good name says nothing of the page. */
  isOpen: boolean;
  /** Index of the brand that owns the site, or -1. Open hosting belongs to its company all the same. */
  owner: number;
  /** The own site of a company with a known mark, or whose scripts many pages load. */
  isCompany: boolean;
  /** 0 for a site not among the 500 most linked; else 1 to 4, the higher the more linked (top 500, 250, 100, 25). */
  rankBucket: number;
}

/** Upper bounds of the ranks of one bucket, the best bucket last. */
const RANK_BUCKETS = [500, 250, 100, 25];
/** Most labels looked at for classes, from the end: no listed name has more. */
const MOST_LABELS = 6;
const DOT = 0x2e;
const OPEN = HOST_CLASS.openHosting | HOST_CLASS.shortener | HOST_CLASS.dynamicDns | HOST_CLASS.tunnel;

const facts: SiteFacts = {
  classes: 0,
  isRented: false,
  isOpenPath: false,
  isOpen: false,
  owner: -1,
  isCompany: false,
  rankBucket: 0,
};

/** What is known of three of the names that a host lies under. */
const known: Record<'host' | 'domain' | 'suffix', KnownName | undefined> = {
  host: undefined,
  domain: undefined,
  suffix: undefined,
};

/** Reads all at once, since the families share it; the result stands until the next call. */
export function readSite(parsed: ParsedUrl): SiteFacts {
  readNames(parsed);
  const { domain, suffix } = known;
  facts.isRented = isRentedSuffix(parsed);
  facts.isOpenPath = isOpenPath(parsed.path);
  facts.isOpen = facts.isRented || (facts.classes & OPEN) !== 0 || facts.isOpenPath;
  const owner = domain?.owner ?? -1;
  facts.owner = owner >= 0 || facts.isOpen ? owner : (suffix?.owner ?? -1);
  facts.isCompany = domain?.isCompany === true;
  facts.rankBucket = bucketOf(domain?.rank ?? 0);
  return facts;
}

/** Looks up every name that the host lies under, the shortest first. */
function readNames({ host, registrableDomain, publicSuffix }: ParsedUrl): void {
  facts.classes = 0;
  known.host = undefined;
  known.domain = undefined;
  known.suffix = undefined;
  const domainStart = host.length - registrableDomain.length;
  const suffixStart = host.length - publicSuffix.length;
  let labels = 0;
  let hash = EMPTY_TAIL;
  for (let index = host.length - 1; index >= 0; index--) {
    const code = host.charCodeAt(index);
    if (code === DOT) readName(host, index + 1, hash, ++labels, domainStart, suffixStart);
    hash = extendTail(hash, code);
  }
  readName(host, 0, hash, labels + 1, domainStart, suffixStart);
}

function readName(
  host: string,
  start: number,
  hash: number,
  labels: number,
  domainStart: number,
  suffixStart: number,
): void {
  const name = knownNames.find(host, start, hash);
  if (name === undefined) return;
  // A top-level domain alone is in no class.
  if (labels <= MOST_LABELS && (labels > 1 || start === 0)) {
    facts.classes |= classesUnder(name.classes, host, start - 1);
  }
  if (start === 0) known.host = name;
  if (start === domainStart) known.domain = name;
  if (start === suffixStart) known.suffix = name;
}

function isOpenPath(path: string): boolean {
  if (path === '') return false;
  const { host, domain } = known;
  const name = host !== undefined && host.openPaths.length > 0 ? host : domain;
  return name !== undefined && isUnder(path, name.openPaths);
}

function bucketOf(rank: number): number {
  let bucket = 0;
  if (rank > 0) for (const bound of RANK_BUCKETS) if (rank <= bound) bucket++;
  return bucket;
}
