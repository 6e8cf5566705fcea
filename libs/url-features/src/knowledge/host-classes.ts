import type { ParsedUrl } from '../parse/parsed-url.js';
import { RESTRICTED_SUFFIXES } from './generated/host-classes.js';

/** Kinds of host that say who may put a page there. Bits, since a host can be of several. */
export const HOST_CLASS = {
  openHosting: 1,
  shortener: 2,
  dynamicDns: 4,
  tunnel: 8,
  codeOrDocuments: 16,
  blogPlatform: 64,
} as const;

/** Marks a name below which strangers' pages stand, while the name itself is the company's. Never in an answer. */
export const OPEN_BELOW = 32;

/** The bit of each list of hosts. */
export const CLASS_OF_LIST: Readonly<Record<string, number>> = {
  'open-hosting': HOST_CLASS.openHosting,
  shortener: HOST_CLASS.shortener,
  'dynamic-dns': HOST_CLASS.dynamicDns,
  tunnel: HOST_CLASS.tunnel,
  'code-or-documents': HOST_CLASS.codeOrDocuments,
  'blog-platform': HOST_CLASS.blogPlatform,
  'open-below': OPEN_BELOW,
};

/** The list of hosts with the beginnings of paths. */
export const OPEN_PATH = 'open-path';

/** Labels that a company keeps for itself where strangers' pages stand below its name. */
const RESERVED = new Set(
  'accounts account admin api app apps auth blog community dashboard developer developers docs help id login my signin signup sso status support users www'.split(
    ' ',
  ),
);

const restricted = new Set(RESTRICTED_SUFFIXES.split(' '));

/**
 * What the bits of a listed name say of a host that is it or lies under it: `dot` stands before the name in `host`, and
 * is -1 where the name is the host.
 */
export function classesUnder(bits: number, host: string, dot: number): number {
  const isOpenBelow = (bits & OPEN_BELOW) !== 0 && isStrangers(host, dot);
  return (bits & ~OPEN_BELOW) | (isOpenBelow ? HOST_CLASS.openHosting : 0);
}

/** Whether a stranger holds the label that ends at `dot`, the last of what stands before the company's name. */
function isStrangers(host: string, dot: number): boolean {
  return dot > 0 && !RESERVED.has(host.slice(host.lastIndexOf('.', dot - 1) + 1, dot));
}

/** Whether `path` begins with one of `beginnings`, and that with whole segments. */
export function isUnder(path: string, beginnings: readonly string[]): boolean {
  return beginnings.some((beginning) => path.startsWith(beginning) && endsSegment(path, beginning.length));
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
