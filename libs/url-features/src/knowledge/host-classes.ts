import type { ParsedUrl } from '../parse/parsed-url.js';
import { HOST_CLASSES, RESTRICTED_SUFFIXES } from './generated/host-classes.js';

/** Kinds of host that say who may put a page there. Bits, since a host can be of several. */
export const HOST_CLASS = {
  openHosting: 1,
  shortener: 2,
  dynamicDns: 4,
  tunnel: 8,
  codeOrDocuments: 16,
  blogPlatform: 64,
} as const;

const BIT_OF: Record<string, number> = {
  'open-hosting': HOST_CLASS.openHosting,
  shortener: HOST_CLASS.shortener,
  'dynamic-dns': HOST_CLASS.dynamicDns,
  tunnel: HOST_CLASS.tunnel,
  'code-or-documents': HOST_CLASS.codeOrDocuments,
  'blog-platform': HOST_CLASS.blogPlatform,
};

const OPEN_PATH = 'open-path';
const OPEN_BELOW = 'open-below';
/** Marks a name below which strangers' pages stand, while the name itself is the company's. Never in an answer. */
const OPEN_BELOW_BIT = 32;
/** Labels that such a company keeps for itself. */
const RESERVED = new Set(
  'accounts account admin api app apps auth blog community dashboard developer developers docs help id login my signin signup sso status support users www'.split(
    ' ',
  ),
);

const classes = new Map<string, number>();
/** What a path begins with where its host passes visitors on, or serves its users' files. */
const openPaths = new Map<string, string[]>();
for (const line of HOST_CLASSES.split('\n')) {
  const [name, ...entries] = line.split(' ');
  const bit = name === OPEN_BELOW ? OPEN_BELOW_BIT : (BIT_OF[name as string] ?? 0);
  for (const entry of entries) {
    if (name === OPEN_PATH) addOpenPath(entry);
    else addHost(entry, bit);
  }
}

function addHost(host: string, bit: number): void {
  classes.set(host, (classes.get(host) ?? 0) | bit);
}

function addOpenPath(entry: string): void {
  const slash = entry.indexOf('/');
  const host = entry.slice(0, slash);
  openPaths.set(host, [...(openPaths.get(host) ?? []), entry.slice(slash)]);
}

const restricted = new Set(RESTRICTED_SUFFIXES.split(' '));

/** Most labels looked at, from the end: no listed name has more. */
const MOST_LABELS = 6;

/** The classes of a host, as bits of {@link HOST_CLASS}: its own and those of every name it lies under. */
export function classesOf(host: string): number {
  let found = 0;
  let at = host.length;
  for (let labels = 0; labels < MOST_LABELS && at > 0; labels++) {
    at = host.lastIndexOf('.', at - 1);
    // A top-level domain alone is in no class.
    if (labels === 0 && at >= 0) continue;
    const bits = classes.get(at < 0 ? host : host.slice(at + 1)) ?? 0;
    found |= bits & ~OPEN_BELOW_BIT;
    if (bits & OPEN_BELOW_BIT && isStrangers(host, at)) found |= HOST_CLASS.openHosting;
  }
  return found;
}

/** Whether a stranger holds the label that ends at `dot`, the last of what stands before the company's name. */
function isStrangers(host: string, dot: number): boolean {
  return dot > 0 && !RESERVED.has(host.slice(host.lastIndexOf('.', dot - 1) + 1, dot));
}

/** Whether a well-known site leads from this path to any other site, or serves there what its users put. */
export function isOpenPath({ host, registrableDomain, path }: ParsedUrl): boolean {
  if (path === '') return false;
  const beginnings = openPaths.get(host) ?? openPaths.get(registrableDomain);
  return (
    beginnings?.some((beginning) => path.startsWith(beginning) && endsSegment(path, beginning.length)) ??
    false
  );
}

function endsSegment(path: string, at: number): boolean {
  const next = path.charCodeAt(at);
  return at >= path.length || next === 0x2f || next === 0x2e;
}

/**
 * Whether a registry lets only vetted bodies register under this public suffix: `gov`, `ac.uk`, `go.jp`, and what one
 * of them opened below (`service.gov.uk`).
 */
export function isRestrictedSuffix(suffix: string): boolean {
  for (let at = 0; at >= 0 && at < suffix.length; ) {
    const tail = suffix.slice(at);
    if (restricted.has(tail) || isRestrictedInCountry(tail)) return true;
    const dot = suffix.indexOf('.', at);
    at = dot < 0 ? -1 : dot + 1;
  }
  return false;
}

/** `gov.xx`: second-level names of any country. */
function isRestrictedInCountry(suffix: string): boolean {
  const dot = suffix.indexOf('.');
  return dot > 0 && suffix.length - dot === 3 && restricted.has(`${suffix.slice(0, dot)}.*`);
}

/**
 * Whether the public suffix is a hosting company's, where anyone can take a name: a government's own is not,
 * nor is the suffix itself.
 */
export function isRentedSuffix({ host, isPrivateSuffix, publicSuffix }: ParsedUrl): boolean {
  return isPrivateSuffix && host !== publicSuffix && !isRestrictedSuffix(publicSuffix);
}
