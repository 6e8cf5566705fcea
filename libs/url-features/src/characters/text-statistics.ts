import { frequencies, takeEntropy } from './character-frequencies.js';
import { COUNTED, COUNTED_AT_ONCE, DIGIT, HEX_DIGIT, KINDS, LETTER } from './character-kinds.js';

/** What the characters of a whole URL are like. */
export interface TextStatistics {
  length: number;
  letters: number;
  capitals: number;
  digits: number;
  dots: number;
  /** Neither letter nor digit. */
  symbols: number;
  /** Runs of letters and digits. */
  tokens: number;
  longestToken: number;
  longestDigitRun: number;
  /** Longest run of hexadecimal digits that holds a decimal one. */
  longestHexRun: number;
  /** Shannon entropy of the characters, in bits. */
  entropy: number;
}

/** Move a bit to the sign, which then fills a word. */
const LETTER_TO_SIGN = Math.clz32(LETTER);
const DIGIT_TO_SIGN = Math.clz32(DIGIT);
const HEX_TO_SIGN = Math.clz32(HEX_DIGIT);

export function newTextStatistics(): TextStatistics {
  return {
    length: 0,
    letters: 0,
    capitals: 0,
    digits: 0,
    dots: 0,
    symbols: 0,
    tokens: 0,
    longestToken: 0,
    longestDigitRun: 0,
    longestHexRun: 0,
    entropy: 0,
  };
}

/**
 * Fills `into` from `text`, the ASCII of a WHATWG-serialised URL, in one pass; nothing is allocated.
 *
 * Kinds are masks of all bits or none: kinds of characters follow one another too irregularly for branches.
 */
export function measureText(text: string, into: TextStatistics): TextStatistics {
  let letters = 0;
  let capitals = 0;
  let digits = 0;
  let tokens = 0;
  let token = 0;
  let longestToken = 0;
  let digitRun = 0;
  let longestDigitRun = 0;
  let hexRun = 0;
  let hexRunHasDigit = 0;
  let longestHexRun = 0;
  let previousPart = 0;
  for (let index = 0; index < text.length; ) {
    const end = Math.min(text.length, index + COUNTED_AT_ONCE);
    let counts = 0;
    for (; index < end; index++) {
      const code = text.charCodeAt(index) & 0x7f;
      const kinds = KINDS[code] as number;
      frequencies[code] = (frequencies[code] as number) + 1;
      counts += COUNTED[code] as number;
      const digit = (kinds << DIGIT_TO_SIGN) >> 31;
      const hex = (kinds << HEX_TO_SIGN) >> 31;
      const part = digit | ((kinds << LETTER_TO_SIGN) >> 31);
      tokens += part & ~previousPart & 1;
      token = (token + 1) & part;
      digitRun = (digitRun + 1) & digit;
      hexRun = (hexRun + 1) & hex;
      hexRunHasDigit = (hexRunHasDigit | digit) & hex;
      if (token > longestToken) longestToken = token;
      if (digitRun > longestDigitRun) longestDigitRun = digitRun;
      if ((hexRun & hexRunHasDigit) > longestHexRun) longestHexRun = hexRun;
      previousPart = part;
    }
    letters += counts & 0xff;
    digits += (counts >>> 8) & 0xff;
    capitals += (counts >>> 16) & 0xff;
  }
  into.length = text.length;
  into.letters = letters;
  into.capitals = capitals;
  into.digits = digits;
  into.dots = frequencies[0x2e] as number;
  into.symbols = text.length - letters - digits;
  into.tokens = tokens;
  into.longestToken = longestToken;
  into.longestDigitRun = longestDigitRun;
  into.longestHexRun = longestHexRun;
  into.entropy = takeEntropy(text);
  return into;
}
