import { frequencies, takeEntropy } from './character-frequencies.js';
import { CONSONANT, COUNTED, COUNTED_AT_ONCE, DIGIT, KINDS, LETTER } from './character-kinds.js';

/** What the characters of a name or of a path are like. */
export interface NameStatistics {
  length: number;
  letters: number;
  capitals: number;
  digits: number;
  vowels: number;
  hyphens: number;
  underscores: number;
  /** Places where a letter and a digit meet. */
  alternations: number;
  longestConsonantRun: number;
  /** Shannon entropy of the characters, in bits. */
  entropy: number;
}

/** Moves the bit of consonants to the sign, which then fills a word. */
const CONSONANT_TO_SIGN = Math.clz32(CONSONANT);
const LETTER_AND_DIGIT = LETTER | DIGIT;

export function newNameStatistics(): NameStatistics {
  return {
    length: 0,
    letters: 0,
    capitals: 0,
    digits: 0,
    vowels: 0,
    hyphens: 0,
    underscores: 0,
    alternations: 0,
    longestConsonantRun: 0,
    entropy: 0,
  };
}

/**
 * Fills `into` from `text`, the ASCII of a WHATWG-serialised URL, in one pass; nothing is allocated.
 *
 * Kinds are masked and added as bits: kinds of characters follow one another too irregularly for branches.
 */
export function measureName(text: string, into: NameStatistics): NameStatistics {
  let letters = 0;
  let capitals = 0;
  let digits = 0;
  let vowels = 0;
  let alternations = 0;
  let run = 0;
  let longestRun = 0;
  let previous = 0;
  for (let index = 0; index < text.length; ) {
    const end = Math.min(text.length, index + COUNTED_AT_ONCE);
    let counts = 0;
    for (; index < end; index++) {
      const code = text.charCodeAt(index) & 0x7f;
      const kinds = KINDS[code] as number;
      frequencies[code] = (frequencies[code] as number) + 1;
      counts += COUNTED[code] as number;
      // Both bits differ only where a letter meets a digit.
      const change = (kinds ^ previous) & LETTER_AND_DIGIT;
      alternations += change & (change >> 1);
      run = (run + 1) & ((kinds << CONSONANT_TO_SIGN) >> 31);
      if (run > longestRun) longestRun = run;
      previous = kinds;
    }
    letters += counts & 0xff;
    digits += (counts >>> 8) & 0xff;
    capitals += (counts >>> 16) & 0xff;
    vowels += counts >>> 24;
  }
  into.length = text.length;
  into.letters = letters;
  into.capitals = capitals;
  into.digits = digits;
  into.vowels = vowels;
  into.alternations = alternations;
  into.longestConsonantRun = longestRun;
  into.hyphens = frequencies[0x2d] as number;
  into.underscores = frequencies[0x5f] as number;
  into.entropy = takeEntropy(text);
  return into;
}
