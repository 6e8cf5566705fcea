import { measureCharacters, newCharacterStatistics } from '../characters/character-statistics.js';
import type { ParsedUrl } from '../parse/parsed-url.js';
import type { FeatureFamily } from './url-feature.js';
import { counted, percent, quote } from './wording.js';

const whole = newCharacterStatistics();
const label = newCharacterStatistics();

export const lexical: FeatureFamily = {
  family: 'lexical',
  features: [
    {
      name: 'digit_ratio',
      description: 'Digits as a share of the canonical URL',
      reason: (value) => `${percent(value)} of the URL is digits`,
    },
    {
      name: 'symbol_ratio',
      description: 'Characters that are neither letter nor digit, as a share of the canonical URL',
      reason: (value) => `${percent(value)} of the URL is punctuation`,
    },
    {
      name: 'url_entropy',
      description: 'Shannon entropy of the characters of the canonical URL, bits',
      reason: (value) =>
        value > 4.2
          ? 'The characters of the URL look random'
          : 'The characters of the URL look like ordinary text',
    },
    {
      name: 'longest_token',
      description: 'Longest run of letters and digits in the canonical URL',
      reason: (value) => `The longest unbroken run of letters and digits has ${counted(value, 'character')}`,
    },
    {
      name: 'longest_digit_run',
      description: 'Longest run of digits in the canonical URL',
      reason: (value) =>
        value === 0
          ? 'The URL has no digits'
          : `The longest number in the URL has ${counted(value, 'digit')}`,
    },
    {
      name: 'longest_hex_run',
      description: 'Longest run of hexadecimal digits with a decimal one among them, in the canonical URL',
      reason: (value) =>
        value >= 16 ? 'The URL holds a long hexadecimal code' : 'The URL holds no long hexadecimal code',
    },
    {
      name: 'dots',
      description: 'Dots in the canonical URL',
      reason: (value) => `The URL has ${counted(value, 'dot')}`,
    },
    {
      name: 'domain_vowel_ratio',
      description: 'Vowels (y among them) as a share of the letters of the domain label; 0 without letters',
      reason: (value, parsed) =>
        parsed.domainLabel === ''
          ? 'The host has no registered name'
          : `${percent(value)} of the letters of ${quote(parsed.domainLabel)} are vowels`,
    },
    {
      name: 'domain_consonant_run',
      description: 'Longest run of consonants in the domain label',
      reason: (value, parsed) =>
        value >= 5
          ? `The name ${quote(parsed.domainLabel)} can hardly be pronounced`
          : `The name ${quote(parsed.domainLabel || parsed.host)} has no long run of consonants`,
    },
    {
      name: 'domain_digit_ratio',
      description: 'Digits as a share of the domain label',
      reason: (value, parsed) =>
        parsed.domainLabel === ''
          ? 'The host has no registered name'
          : `${percent(value)} of the name ${quote(parsed.domainLabel)} is digits`,
    },
  ],
  extract(parsed: ParsedUrl, out: Float32Array, at: number): void {
    measureCharacters(parsed.canonical, whole);
    measureCharacters(parsed.domainLabel, label);
    out[at] = share(whole.digits, whole.length);
    out[at + 1] = share(whole.symbols, whole.length);
    out[at + 2] = whole.entropy;
    out[at + 3] = whole.longestToken;
    out[at + 4] = whole.longestDigitRun;
    out[at + 5] = whole.longestHexRun;
    out[at + 6] = whole.dots;
    out[at + 7] = share(label.vowels, label.letters);
    out[at + 8] = label.longestConsonantRun;
    out[at + 9] = share(label.digits, label.length);
  },
};

function share(part: number, of: number): number {
  return of === 0 ? 0 : part / of;
}
