import { measureName, newNameStatistics } from '../characters/name-statistics.js';
import { share } from '../characters/share.js';
import { measureUnlikeliness, type Unlikeliness } from '../characters/unlikeliness.js';
import type { ParsedUrl } from '../parse/parsed-url.js';
import type { FeatureFamily } from './url-feature.js';
import { counted, percent } from './wording.js';

const SLASH = 0x2f;
const EXCLAMATION = 0x21;
const EQUALS = 0x3d;
const AMPERSAND = 0x26;

const statistics = newNameStatistics();
const unlikeliness: Unlikeliness = { mean: 0, rarest: 0 };

export const structure: FeatureFamily = {
  family: 'structure',
  features: [
    {
      name: 'url_length',
      description: 'Characters in the canonical URL',
      why: 'Deception needs room: names to copy, codes to carry, words to bury the real host under',
      reason: (value) => `The URL is ${counted(value, 'character')} long`,
    },
    {
      name: 'path_length',
      description: 'Characters in the path',
      why: "A kit put on a stranger's server lies deep in its folders; a domain bought for the purpose needs no path",
      reason: (value) =>
        value === 0
          ? 'The URL has no path: it names a home page'
          : `The path is ${counted(value, 'character')} long`,
    },
    {
      name: 'path_depth',
      description: 'Non-empty segments of the path',
      why: 'Kits stand several folders down on sites that were broken into; ordinary links stand one to three down',
      reason: (value) =>
        value === 0
          ? 'The URL points at the top of the site'
          : `The page lies ${counted(value, 'level')} deep in the site`,
    },
    {
      name: 'longest_path_segment',
      description: 'Characters in the longest segment of the path',
      why: 'Titles and random codes make long segments, folder names short ones',
      reason: (value) =>
        value === 0
          ? 'The path has no segments'
          : `The longest part of the path has ${counted(value, 'character')}`,
    },
    {
      name: 'query_length',
      description: 'Characters in the query',
      why: "A long query carries the victim's address or a token; a link to a page to read carries little",
      reason: (value) =>
        value === 0 ? 'The URL has no query' : `The query is ${counted(value, 'character')} long`,
    },
    {
      name: 'query_parameters',
      description: 'Parameters in the query',
      why: 'Forms that pretend to be part of a session carry many parameters',
      reason: (value) => `The query has ${counted(value, 'parameter')}`,
    },
    {
      name: 'fragment_length',
      description: 'Characters in the fragment',
      why: 'A fragment never reaches a server, so it hides what filters should not see; documents use short ones for sections',
      reason: (value) =>
        value === 0 ? 'The URL has no fragment' : `The fragment is ${counted(value, 'character')} long`,
    },
    {
      name: 'last_segment_length',
      description: 'Characters in the last segment of the path',
      why: 'Article titles are long, file and folder names short',
      reason: (value) =>
        value === 0
          ? 'The path ends in no name'
          : `The last part of the path has ${counted(value, 'character')}`,
    },
    {
      name: 'path_hyphens',
      description: 'Hyphens and underscores in the path',
      why: 'Titles of articles and products are words joined by hyphens; kits seldom have any',
      reason: (value) => `The path joins words by ${counted(value, 'hyphen')}`,
    },
    {
      name: 'path_digit_ratio',
      description: 'Digits as a share of the path',
      why: 'Session numbers and random folders are full of digits',
      reason: (value) => `${percent(value)} of the path is digits`,
    },
    {
      name: 'path_capital_ratio',
      description: 'Capitals as a share of the letters of the path',
      why: 'Codes mix capitals and small letters; people write paths small',
      reason: (value) => `${percent(value)} of the letters of the path are capitals`,
    },
    {
      name: 'path_consonant_run',
      description: 'Longest run of consonants in the path',
      why: 'Words have vowels; random codes do not care',
      reason: (value) =>
        value >= 5
          ? 'The path holds letters that can hardly be pronounced'
          : 'The words of the path can be pronounced',
    },
    {
      name: 'path_entropy',
      description: 'Shannon entropy of the characters of the path, bits',
      why: 'Random codes use more characters more evenly than words do',
      reason: (value) =>
        value > 4 ? 'The characters of the path look random' : 'The characters of the path look like words',
    },
    {
      name: 'path_unlikeliness',
      description: 'How unlike ordinary names the letters of the path are, bits a letter',
      why: 'Random folders of a kit are no words in any language',
      reason: (value) =>
        value > 5 ? 'The letters of the path look random' : 'The letters of the path read like words',
    },
    {
      name: 'query_longest_value',
      description: 'Characters in the longest value of the query',
      why: 'One long value is a token, an address or a whole URL carried along',
      reason: (value) =>
        value === 0
          ? 'The query carries no value'
          : `The longest value in the query has ${counted(value, 'character')}`,
    },
    {
      name: 'query_unnamed',
      description: 'Parameters of the query that have no name',
      why: 'Kits append a bare code to make every link different',
      reason: (value) =>
        value === 0
          ? 'Every parameter of the query has a name'
          : `The query has ${counted(value, 'bare code')}`,
    },
    {
      name: 'fragment_route',
      description: '1 where the fragment begins with `/` or `!`',
      why: 'Pages that are built in the browser keep their path there, out of sight of servers and filters',
      reason: (value) =>
        value > 0 ? 'The path of the page is hidden in the fragment' : 'The fragment names no page',
    },
  ],
  extract(parsed: ParsedUrl, out: Float32Array, at: number): void {
    out[at] = parsed.canonical.length;
    out[at + 1] = parsed.path.length;
    measureSegments(parsed.path, out, at + 2);
    out[at + 4] = parsed.query.length;
    out[at + 5] = countParameters(parsed.query);
    out[at + 6] = parsed.fragment.length;
    measurePath(parsed.path, out, at + 7);
    measureValues(parsed.query, out, at + 14);
    const opening = parsed.fragment.charCodeAt(0);
    out[at + 16] = opening === SLASH || opening === EXCLAMATION ? 1 : 0;
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

/** What its characters are like, seven numbers from `at`. */
function measurePath(path: string, out: Float32Array, at: number): void {
  measureName(path, statistics);
  measureUnlikeliness(path, unlikeliness);
  out[at] = path.length === 0 ? 0 : path.length - path.lastIndexOf('/') - 1;
  out[at + 1] = statistics.hyphens + statistics.underscores;
  out[at + 2] = share(statistics.digits, statistics.length);
  out[at + 3] = share(statistics.capitals, statistics.letters);
  out[at + 4] = statistics.longestConsonantRun;
  out[at + 5] = statistics.entropy;
  out[at + 6] = unlikeliness.mean;
}

/** Longest value at `at`, parameters without a name or a value after it. */
function measureValues(query: string, out: Float32Array, at: number): void {
  let longest = 0;
  let bare = 0;
  let start = 0;
  let equals = -1;
  for (let index = 0; index <= query.length && query.length > 0; index++) {
    const code = index < query.length ? query.charCodeAt(index) : AMPERSAND;
    if (code === EQUALS && equals < 0) equals = index;
    if (code !== AMPERSAND) continue;
    const from = equals < 0 ? start : equals + 1;
    if (index - from > longest) longest = index - from;
    if (equals <= start && index > start) bare++;
    start = index + 1;
    equals = -1;
  }
  out[at] = longest;
  out[at + 1] = bare;
}
