import type { ParsedUrl } from '../parse/parsed-url.js';
import { DOCUMENTS, DOWNLOADS, PAGES, SERVER_SCRIPTS } from '../vocabulary/file-kinds.js';
import { ASSET_FOLDER, INTERNAL_FOLDER, readFolders } from '../vocabulary/folders.js';
import type { FeatureFamily } from './url-feature.js';
import { quote } from './wording.js';

/** Longest extension that is looked up. */
const LONGEST_EXTENSION = 6;

export const files: FeatureFamily = {
  family: 'files',
  features: [
    {
      name: 'file_script',
      description: '1 where the path ends in a server script (`.php`, `.asp`, `.cgi`, …)',
      why: 'Kits are written in PHP and link to its files by name',
      reason: (value, parsed) =>
        value > 0
          ? `The path ends in a script, ${quote(`.${extension(parsed.path)}`)}`
          : 'The path does not end in a script',
    },
    {
      name: 'file_page',
      description: '1 where the path ends in a static page (`.html`, …)',
      why: 'A page saved from the original and put up as it was is a `.html`',
      reason: (value) =>
        value > 0 ? 'The path ends in an HTML file' : 'The path does not end in an HTML file',
    },
    {
      name: 'file_download',
      description: '1 where the path ends in a program, archive or office file',
      why: 'A link to a program or an office file is not phishing for a password, but hardly ever harmless in a message',
      reason: (value, parsed) =>
        value > 0
          ? `The URL leads to a file of the kind ${quote(`.${extension(parsed.path)}`)}`
          : 'The URL does not lead to a program or an archive',
    },
    {
      name: 'file_named',
      description: '1 where the path ends in a name with an extension, whatever it is',
      why: 'Sites built with care hide what their pages are made of',
      reason: (value, parsed) =>
        value > 0
          ? `The path ends in a file, ${quote(`.${extension(parsed.path)}`)}`
          : 'The path does not end in a file',
    },
    {
      name: 'file_double_extension',
      description: '1 where a known extension stands before another',
      why: '`invoice.pdf.html` is meant to be read as what it is not',
      reason: (value) =>
        value > 0
          ? 'The name of the file has two extensions'
          : 'The name of the file has no second extension',
    },
    {
      name: 'page_among_assets',
      description: '1 where a page or a script lies in a folder of pictures, styles or scripts',
      why: 'Nobody puts pages there but whoever found a folder that he could write to',
      reason: (value) =>
        value > 0
          ? 'The page lies in a folder for pictures or scripts'
          : 'The page does not lie among pictures or scripts',
    },
    {
      name: 'hidden_folder',
      description: '1 where a segment of the path begins with a dot',
      why: 'Folders that listings do not show are where a kit is not found; `.well-known` is one that is always there',
      reason: (value) =>
        value > 0 ? 'The path leads through a hidden folder' : 'The path leads through no hidden folder',
    },
    {
      name: 'user_folder',
      description: '1 where a segment of the path begins with `~`',
      why: "A user's own space on a server that belongs to somebody else",
      reason: (value) =>
        value > 0
          ? 'The page stands in the folder of a user of the server'
          : "The page does not stand in a user's folder",
    },
    {
      name: 'server_internals',
      description: '1 where the path leads through the insides of a server or of WordPress',
      why: 'Those folders hold no pages; a page in them was put there through a hole',
      reason: (value) =>
        value > 0
          ? 'The page lies inside the software of the site'
          : 'The page does not lie inside the software of the site',
    },
  ],
  extract(parsed: ParsedUrl, out: Float32Array, at: number): void {
    const kind = extension(parsed.path);
    out[at] = SERVER_SCRIPTS.has(kind) ? 1 : 0;
    out[at + 1] = PAGES.has(kind) ? 1 : 0;
    out[at + 2] = DOWNLOADS.has(kind) ? 1 : 0;
    out[at + 3] = kind === '' ? 0 : 1;
    out[at + 4] = kind !== '' && hasSecondExtension(parsed.path, kind) ? 1 : 0;
    const { folders, hidden, ofUser } = readFolders(parsed.path);
    const isPage = kind === '' || out[at] === 1 || out[at + 1] === 1;
    out[at + 5] = isPage && (folders & ASSET_FOLDER) !== 0 ? 1 : 0;
    out[at + 6] = hidden ? 1 : 0;
    out[at + 7] = ofUser ? 1 : 0;
    out[at + 8] = (folders & INTERNAL_FOLDER) !== 0 ? 1 : 0;
  },
};

/** What stands after the last dot of the last segment, in lower case; empty where nothing short does. */
function extension(path: string): string {
  const dot = path.lastIndexOf('.');
  if (dot < 0 || path.length - dot - 1 > LONGEST_EXTENSION || path.includes('/', dot)) return '';
  return path.slice(dot + 1).toLowerCase();
}

/** `pdf` of `bill.pdf.html`. */
function hasSecondExtension(path: string, kind: string): boolean {
  const before = extension(path.slice(0, -kind.length - 1));
  return DOCUMENTS.has(before) || DOWNLOADS.has(before) || PAGES.has(before) || SERVER_SCRIPTS.has(before);
}
