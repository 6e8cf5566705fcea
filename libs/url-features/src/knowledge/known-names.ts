import { brandSites } from './brand-catalogue.js';
import { HOST_CLASSES } from './generated/host-classes.js';
import { ICON_SITES, TOP_SITES } from './generated/sites.js';
import { THIRD_PARTY_COMPANIES } from './generated/third-parties.js';
import { CLASS_OF_LIST, OPEN_PATH } from './host-classes.js';
import { TailIndex } from './tail-index.js';

/** All that the lists held in full say of one name of a host. */
export interface KnownName {
  readonly name: string;
  /** Bits of {@link HOST_CLASS}, and OPEN_BELOW. */
  classes: number;
  /** Index of the brand whose own site it is, or -1. */
  owner: number;
  /** The own site of a company with a known mark, or whose scripts many pages load. */
  isCompany: boolean;
  /** 1 for the most linked site; 0 for one that is not among the 500. */
  rank: number;
  /** What a path begins with where the host passes visitors on, or serves its users' files. */
  openPaths: readonly string[];
}

const names = new Map<string, KnownName>();

for (const [site, brand] of brandSites) known(site).owner = brand;
for (const site of [...ICON_SITES.split(' '), ...THIRD_PARTY_COMPANIES.split(' ')])
  known(site).isCompany = true;
for (const [index, site] of TOP_SITES.split(' ').entries()) known(site).rank = index + 1;
for (const line of HOST_CLASSES.split('\n')) {
  const [list, ...entries] = line.split(' ');
  for (const entry of entries) {
    if (list === OPEN_PATH) addOpenPath(entry);
    else known(entry).classes |= CLASS_OF_LIST[list as string] ?? 0;
  }
}

/** By the ends of hosts. */
export const knownNames = new TailIndex(names.values());

function known(name: string): KnownName {
  const before = names.get(name);
  if (before !== undefined) return before;
  const entry = { name, classes: 0, owner: -1, isCompany: false, rank: 0, openPaths: [] };
  names.set(name, entry);
  return entry;
}

function addOpenPath(entry: string): void {
  const slash = entry.indexOf('/');
  const host = known(entry.slice(0, slash));
  host.openPaths = [...host.openPaths, entry.slice(slash)];
}
