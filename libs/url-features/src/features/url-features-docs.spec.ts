import { expect, it } from 'vitest';
import { FEATURE_FAMILIES, type FeatureFamilyName } from './url-feature.js';
import { URL_FEATURES } from './url-features.js';

/** Where the file is out of date: `npm run docs:features` writes it anew. */
const FILE = '../../../../docs/url-features.md';

const SUBJECTS: Readonly<Record<FeatureFamilyName, string>> = {
  structure: 'How the URL is built behind its host.',
  host: 'How the host is built and named.',
  lexical: 'What the characters and words are like.',
  deception: 'Names and signs that make a URL look like another.',
  hosting: 'Who lets the name, and to whom.',
  words: 'What the URL speaks of, in the languages that phishing is written in.',
  files: 'What kind of file the path leads to, through which folders.',
  reputation: 'What lists know of the site, not of the URL. A model is measured with and without.',
  disagreement: 'Where other programs than browsers read another URL.',
};

const INTRODUCTION = `# Features of a URL

The ${URL_FEATURES.length} columns of the \`url\` schema, computed by \`libs/url-features\` from the text of a URL alone: nothing is
fetched. Their order here is their order in a row.

Flags are 0 or 1, lengths are in characters, every value is finite. The "canonical" URL is the WHATWG URL without scheme,
userinfo, leading \`www.\`, the host's closing dot, the ports 80 and 443, the path's closing slashes, needless
percent-encoding, HTML's \`&amp;\`, tracking parameters (\`utm_…\`, \`gclid\`, \`fbclid\` and the like), an empty query or
fragment, and dots or asterisks that close the whole (a sentence's; a collector's, for what names a victim). In collected
data these tell where a URL came from, not whether it is phishing.
`;

it('docs/url-features.md tells every feature, what it is and why it is there', async () => {
  await expect([INTRODUCTION, ...FEATURE_FAMILIES.map(section)].join('\n')).toMatchFileSnapshot(FILE);
});

function section(family: FeatureFamilyName): string {
  const rows = URL_FEATURES.filter((each) => each.family === family).map(
    ({ name, description, why }) => `| \`${name}\` | ${cell(description)} | ${cell(why)} |`,
  );
  return `## ${family[0]?.toUpperCase()}${family.slice(1)}

${SUBJECTS[family]}

| feature | what it measures | why it is there |
| --- | --- | --- |
${rows.join('\n')}
`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
