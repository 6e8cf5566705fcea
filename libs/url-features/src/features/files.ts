import type { ParsedUrl } from '../parse/parsed-url.js';
import { DOWNLOADS, PAGES, SERVER_SCRIPTS } from '../words/word-lists.js';
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
      reason: (value, parsed) =>
        value > 0
          ? `The path ends in a script, ${quote(`.${extension(parsed.path)}`)}`
          : 'The path does not end in a script',
    },
    {
      name: 'file_page',
      description: '1 where the path ends in a static page (`.html`, …)',
      reason: (value) =>
        value > 0 ? 'The path ends in an HTML file' : 'The path does not end in an HTML file',
    },
    {
      name: 'file_download',
      description: '1 where the path ends in a program, archive or office file',
      reason: (value, parsed) =>
        value > 0
          ? `The URL leads to a file of the kind ${quote(`.${extension(parsed.path)}`)}`
          : 'The URL does not lead to a program or an archive',
    },
  ],
  extract(parsed: ParsedUrl, out: Float32Array, at: number): void {
    const kind = extension(parsed.path);
    out[at] = SERVER_SCRIPTS.has(kind) ? 1 : 0;
    out[at + 1] = PAGES.has(kind) ? 1 : 0;
    out[at + 2] = DOWNLOADS.has(kind) ? 1 : 0;
  },
};

/** What stands after the last dot of the last segment, in lower case; empty where nothing short does. */
function extension(path: string): string {
  const dot = path.lastIndexOf('.');
  if (dot < 0 || path.length - dot - 1 > LONGEST_EXTENSION || path.includes('/', dot)) return '';
  return path.slice(dot + 1).toLowerCase();
}
