import { escapedCode } from '../parse/escapes.js';
import type { ParsedUrl } from '../parse/parsed-url.js';
import type { FeatureFamily } from './url-feature.js';
import { counted, site } from './wording.js';

/** `/`, `\`, `@`, `:`, `?`, `#`: what divides a URL, as long as nobody decodes it first. */
const DELIMITERS = new Set([0x2f, 0x5c, 0x40, 0x3a, 0x3f, 0x23]);

export const disagreement: FeatureFamily = {
  family: 'disagreement',
  features: [
    {
      name: 'host_read_differently',
      description: '1 where a literal reading by RFC 3986 finds another host than browsers do',
      why: 'A filter that reads one host while the browser opens another lets the link through',
      reason: (value, parsed) =>
        value > 0
          ? `Other programs than browsers read another host than ${site(parsed)}`
          : 'All programs read the same host',
    },
    {
      name: 'path_read_differently',
      description: '1 where a literal reading finds another path (backslashes, encoded dot segments)',
      why: 'The same, one step later: a list of paths is passed by',
      reason: (value) =>
        value > 0 ? 'Other programs than browsers read another path' : 'All programs read the same path',
    },
    {
      name: 'at_signs_before_host',
      description: '`@` signs before the host',
      why: 'What stands before one looks like a host, and of two, programs disagree which counts',
      reason: (value) => `${counted(value, '`@` sign')} before the host`.replace(/^no/, 'No'),
    },
    {
      name: 'slashes_irregular',
      description: '1 where not exactly two slashes stand between scheme and host',
      why: 'Browsers mend it; most filters do not recognise a URL in it',
      reason: (value) =>
        value > 0
          ? 'The slashes before the host are not two, as they should be'
          : 'Two slashes stand before the host, as they should',
    },
    {
      name: 'at_signs_behind_host',
      description: '`@` signs in path, query and fragment',
      why: 'Sloppy programs take what stands before the last one for a user; handles and addresses have one, too',
      reason: (value) => `${counted(value, '`@` sign')} behind the host`.replace(/^no/, 'No'),
    },
    {
      name: 'encoded_delimiters',
      description: 'Encoded slashes, backslashes, `@`, colons, question marks and hashes in the path',
      why: 'Whoever decodes too early splits the URL elsewhere',
      reason: (value) => `The path has ${counted(value, 'encoded divider')}`,
    },
    {
      name: 'encoded_twice',
      description: 'Percent signs that are themselves encoded and followed by two hexadecimal digits',
      why: 'What is encoded twice is read by neither the first program nor the second',
      reason: (value) =>
        `The URL has ${counted(value, 'character')} that ${value === 1 ? 'is' : 'are'} encoded twice`,
    },
  ],
  extract(parsed: ParsedUrl, out: Float32Array, at: number): void {
    const { host, path, atSigns, slashes } = parsed.disagreement;
    out[at] = host ? 1 : 0;
    out[at + 1] = path ? 1 : 0;
    out[at + 2] = atSigns;
    out[at + 3] = slashes ? 1 : 0;
    out[at + 4] = countAtSigns(parsed.canonical);
    measureEscapes(parsed, out, at + 5);
  },
};

/** No host holds any. */
function countAtSigns(text: string): number {
  let found = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) found++;
  return found;
}

/** Encoded delimiters at `at`, double escapes after it. */
function measureEscapes({ path, canonical }: ParsedUrl, out: Float32Array, at: number): void {
  out[at] = 0;
  out[at + 1] = 0;
  let index = canonical.indexOf('%');
  if (index < 0) return;
  let twice = 0;
  for (; index >= 0; index = canonical.indexOf('%25', index + 1)) {
    if (canonical.startsWith('%25', index) && isHexPair(canonical, index + 3)) twice++;
  }
  out[at + 1] = twice;
  out[at] = countDelimiters(path);
}

function countDelimiters(path: string): number {
  let found = 0;
  for (let at = path.indexOf('%'); at >= 0; at = path.indexOf('%', at + 1)) {
    if (DELIMITERS.has(escapedCode(path, at))) found++;
  }
  return found;
}

function isHexPair(text: string, at: number): boolean {
  return isHex(text.charCodeAt(at)) && isHex(text.charCodeAt(at + 1));
}

function isHex(code: number): boolean {
  const lower = code | 0x20;
  return (code >= 0x30 && code <= 0x39) || (lower >= 0x61 && lower <= 0x66);
}
