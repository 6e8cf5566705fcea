/** A folder for what pages are made of. */
export const ASSET_FOLDER = 1;
/** A folder of the software that runs the site. */
export const INTERNAL_FOLDER = 2;

const KINDS = new Map([
  ...kindOf(
    'js css img imgs image images pics fonts font icons uploads upload media tmp temp cache',
    ASSET_FOLDER,
  ),
  ...kindOf(
    'wp-includes wp-content wp-admin wp-snapshots cgi-bin cgi vendor node_modules libraries plugins',
    INTERNAL_FOLDER,
  ),
  ...kindOf(
    'templates themes mu-plugins administrator components modules .well-known .git .tmp',
    INTERNAL_FOLDER,
  ),
]);
const LONGEST_NAME = 13;
const SLASH = 0x2f;

/** What the folders of a path are. */
export interface Folders {
  /** `ASSET_FOLDER` and `INTERNAL_FOLDER`, those that occur. */
  folders: number;
  /** A segment begins with a dot. */
  hidden: boolean;
  /** A segment begins with `~`. */
  ofUser: boolean;
}

const read: Folders = { folders: 0, hidden: false, ofUser: false };

/** Reads the segments of a canonical path, the last one as well; the result stands until the next call. */
export function readFolders(path: string): Folders {
  read.folders = 0;
  read.hidden = false;
  read.ofUser = false;
  for (let start = 1; start < path.length; ) {
    const slash = path.indexOf('/', start);
    const end = slash < 0 ? path.length : slash;
    if (end > start) readSegment(path, start, end);
    start = end + 1;
  }
  return read;
}

function readSegment(path: string, start: number, end: number): void {
  const first = path.charCodeAt(start);
  if (first === 0x2e) read.hidden = true;
  if (first === 0x7e) read.ofUser = true;
  const isFolder = path.charCodeAt(end) === SLASH;
  if (isFolder && end - start <= LONGEST_NAME) {
    read.folders |= KINDS.get(path.slice(start, end).toLowerCase()) ?? 0;
  }
}

function kindOf(names: string, kind: number): [string, number][] {
  return names.split(' ').map((name) => [name, kind]);
}
