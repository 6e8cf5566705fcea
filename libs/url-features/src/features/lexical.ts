import { holdsAddress } from '../characters/mail-address.js';
import { share } from '../characters/share.js';
import { measureText, newTextStatistics } from '../characters/text-statistics.js';
import { measureTokens, newTokenStatistics, SHORTEST_CODE } from '../characters/token-statistics.js';
import type { ParsedUrl } from '../parse/parsed-url.js';
import type { FeatureFamily } from './url-feature.js';
import { counted, percent, quote } from './wording.js';

const whole = newTextStatistics();
const tokens = newTokenStatistics();

export const lexical: FeatureFamily = {
  family: 'lexical',
  features: [
    {
      name: 'digit_ratio',
      description: 'Digits as a share of the canonical URL',
      why: 'Generated names and session codes are full of digits',
      reason: (value) => `${percent(value)} of the URL is digits`,
    },
    {
      name: 'symbol_ratio',
      description: 'Characters that are neither letter nor digit, as a share of the canonical URL',
      why: 'Encoded and nested URLs need punctuation, readable ones little',
      reason: (value) => `${percent(value)} of the URL is punctuation`,
    },
    {
      name: 'url_entropy',
      description: 'Shannon entropy of the characters of the canonical URL, bits',
      why: 'What a program made up uses its characters more evenly than what a person wrote',
      reason: (value) =>
        value > 4.2
          ? 'The characters of the URL look random'
          : 'The characters of the URL look like ordinary text',
    },
    {
      name: 'longest_token',
      description: 'Longest run of letters and digits in the canonical URL',
      why: 'People break names into words; codes run on',
      reason: (value) => `The longest unbroken run of letters and digits has ${counted(value, 'character')}`,
    },
    {
      name: 'longest_digit_run',
      description: 'Longest run of digits in the canonical URL',
      why: "Long numbers are times, telephone numbers and victims' identifiers",
      reason: (value) =>
        value === 0
          ? 'The URL has no digits'
          : `The longest number in the URL has ${counted(value, 'digit')}`,
    },
    {
      name: 'longest_hex_run',
      description: 'Longest run of hexadecimal digits with a decimal one among them, in the canonical URL',
      why: "Hashes make every victim's link another, so that lists of known links miss it",
      reason: (value) =>
        value >= 16 ? 'The URL holds a long hexadecimal code' : 'The URL holds no long hexadecimal code',
    },
    {
      name: 'dots',
      description: 'Dots in the canonical URL',
      why: "Each dot more is room for a name that is not the site's own",
      reason: (value) => `The URL has ${counted(value, 'dot')}`,
    },
    {
      name: 'capital_ratio',
      description: 'Capitals as a share of the letters of the canonical URL',
      why: 'Hosts have none, so capitals are codes or names of files',
      reason: (value) => `${percent(value)} of the letters of the URL are capitals`,
    },
    {
      name: 'tokens',
      description: 'Runs of letters and digits in the canonical URL',
      why: 'Titles have many words, bare hosts two or three',
      reason: (value) => `The URL is made of ${counted(value, 'word')}`,
    },
    {
      name: 'mean_token',
      description: 'Mean length of the runs of letters and digits, in characters',
      why: 'Words are five letters long on average, codes twenty',
      reason: (value) => `The words of the URL have ${counted(value, 'letter')} on average`,
    },
    {
      name: 'codes',
      description: 'Hashes, UUIDs and other long codes behind the host',
      why: 'A code of its own for each victim tells the phisher who came, and evades lists',
      reason: (value) =>
        value > 0 ? `The URL carries ${counted(value, 'long code')}` : 'The URL carries no long code',
    },
    {
      name: 'code_ratio',
      description: 'Characters of such codes as a share of what stands behind the host',
      why: 'A link that is little else than a code says nothing to whoever reads it',
      reason: (value) => `${percent(value)} of what stands behind the host is code`,
    },
    {
      name: 'code_in_host',
      description: '1 where a label of the host is such a code',
      why: 'Hosting services give such names to whoever does not choose one',
      reason: (value, parsed) =>
        value > 0
          ? `The host ${quote(parsed.host)} holds a generated code`
          : 'The host holds no generated code',
    },
    {
      name: 'mail_address',
      description: '1 where path, query or fragment hold an e-mail address',
      why: "Links to a fake sign-in carry the victim's address, so that the form is already filled in",
      reason: (value) =>
        value > 0 ? 'The URL carries an e-mail address' : 'The URL carries no e-mail address',
    },
    {
      name: 'mail_address_encoded',
      description: '1 where they hold an e-mail address in base64',
      why: 'The same, hidden from filters; hardly anything else does it',
      reason: (value) =>
        value > 0
          ? 'The URL carries an e-mail address in disguise'
          : 'The URL carries no encoded e-mail address',
    },
  ],
  extract(parsed: ParsedUrl, out: Float32Array, at: number): void {
    measureText(parsed.canonical, whole);
    out[at] = share(whole.digits, whole.length);
    out[at + 1] = share(whole.symbols, whole.length);
    out[at + 2] = whole.entropy;
    out[at + 3] = whole.longestToken;
    out[at + 4] = whole.longestDigitRun;
    out[at + 5] = whole.longestHexRun;
    out[at + 6] = whole.dots;
    out[at + 7] = share(whole.capitals, whole.letters);
    out[at + 8] = whole.tokens;
    out[at + 9] = share(whole.letters + whole.digits, whole.tokens);
    measureCodes(parsed, out, at + 10);
  },
};

/** Five numbers from `at`, of what stands behind the host, one of them of the host. */
function measureCodes(parsed: ParsedUrl, out: Float32Array, at: number): void {
  // Most URLs have no run long enough, and the two passes can be left out.
  const mayHoldCodes = whole.longestToken >= SHORTEST_CODE;
  measureTokens(mayHoldCodes ? parsed.host : '', tokens);
  out[at + 2] = tokens.hexCodes + tokens.mixedCodes + tokens.uuids > 0 ? 1 : 0;
  const rest = parsed.canonical.slice(parsed.host.length);
  measureTokens(mayHoldCodes ? rest : '', tokens);
  out[at] = tokens.hexCodes + tokens.mixedCodes + tokens.uuids;
  out[at + 1] = share(tokens.codeCharacters, rest.length);
  out[at + 3] = holdsAddress(rest) ? 1 : 0;
  out[at + 4] = tokens.encodedAddresses > 0 ? 1 : 0;
}
