import type { ParsedUrl } from '../parse/parsed-url.js';
import type { FeatureFamily } from './url-feature.js';
import { counted } from './wording.js';

const SLASH = 0x2f;

export const structure: FeatureFamily = {
  family: 'structure',
  features: [
    {
      name: 'url_length',
      description: 'Characters in the canonical URL',
      reason: (value) => `The URL is ${counted(value, 'character')} long`,
    },
    {
      name: 'path_length',
      description: 'Characters in the path',
      reason: (value) =>
        value === 0
          ? 'The URL has no path: it names a home page'
          : `The path is ${counted(value, 'character')} long`,
    },
    {
      name: 'path_depth',
      description: 'Non-empty segments of the path',
      reason: (value) =>
        value === 0
          ? 'The URL points at the top of the site'
          : `The page lies ${counted(value, 'level')} deep in the site`,
    },
    {
      name: 'longest_path_segment',
      description: 'Characters in the longest segment of the path',
      reason: (value) =>
        value === 0
          ? 'The path has no segments'
          : `The longest part of the path has ${counted(value, 'character')}`,
    },
    {
      name: 'query_length',
      description: 'Characters in the query',
      reason: (value) =>
        value === 0 ? 'The URL has no query' : `The query is ${counted(value, 'character')} long`,
    },
    {
      name: 'query_parameters',
      description: 'Parameters in the query',
      reason: (value) => `The query has ${counted(value, 'parameter')}`,
    },
    {
      name: 'fragment_length',
      description: 'Characters in the fragment',
      reason: (value) =>
        value === 0 ? 'The URL has no fragment' : `The fragment is ${counted(value, 'character')} long`,
    },
  ],
  extract(parsed: ParsedUrl, out: Float32Array, at: number): void {
    out[at] = parsed.canonical.length;
    out[at + 1] = parsed.path.length;
    measureSegments(parsed.path, out, at + 2);
    out[at + 4] = parsed.query.length;
    out[at + 5] = countParameters(parsed.query);
    out[at + 6] = parsed.fragment.length;
  },
};

/** Depth at `at`, longest segment after it. */
function measureSegments(path: string, out: Float32Array, at: number): void {
  let depth = 0;
  let longest = 0;
  let length = 0;
  for (let index = 0; index < path.length; index++) {
    if (path.charCodeAt(index) === SLASH) {
      length = 0;
      continue;
    }
    length++;
    if (length === 1) depth++;
    if (length > longest) longest = length;
  }
  out[at] = depth;
  out[at + 1] = longest;
}

function countParameters(query: string): number {
  if (query.length === 0) return 0;
  let parameters = 1;
  for (let at = query.indexOf('&'); at >= 0; at = query.indexOf('&', at + 1)) parameters++;
  return parameters;
}
