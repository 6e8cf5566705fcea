/** Counts over one text, all found in one pass. */
export interface CharacterStatistics {
  length: number;
  letters: number;
  capitals: number;
  digits: number;
  vowels: number;
  hyphens: number;
  underscores: number;
  dots: number;
  percents: number;
  /** Neither letter nor digit. */
  symbols: number;
  /** Runs of letters and digits. */
  tokens: number;
  /** Places where a letter and a digit meet. */
  alternations: number;
  longestToken: number;
  longestDigitRun: number;
  longestConsonantRun: number;
  /** Longest run of hexadecimal digits that holds a decimal one. */
  longestHexRun: number;
  /** Shannon entropy of the characters, in bits. */
  entropy: number;
}

const LETTER = 1;
const DIGIT_SHIFT = 1;
const VOWEL_SHIFT = 2;
const HEX_SHIFT = 3;
const CAPITAL_SHIFT = 4;
const CLASSES = characterClasses();

// Counts of each ASCII character; zeroed by the reader of the counts.
const frequencies = new Uint32Array(128);

/** `count · log2(count)` of small counts: a logarithm a character would cost more than all the rest. */
const WEIGHTS = Float64Array.from({ length: 256 }, (_, count) => (count < 2 ? 0 : count * Math.log2(count)));

/**
 * Fills `into` from `text`; nothing is allocated. Text is the ASCII of a WHATWG-serialised URL.
 *
 * Classes are added and masked as bits: kinds of characters follow one another too irregularly for branches.
 */
export function measureCharacters(text: string, into: CharacterStatistics): CharacterStatistics {
  let letters = 0;
  let digits = 0;
  let capitals = 0;
  let vowels = 0;
  let tokens = 0;
  let alternations = 0;
  let token = 0;
  let longestToken = 0;
  let digitRun = 0;
  let longestDigitRun = 0;
  let consonantRun = 0;
  let longestConsonantRun = 0;
  let hexRun = 0;
  let hexRunHasDigit = 0;
  let longestHexRun = 0;
  let previousLetter = 0;
  let previousDigit = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index) & 0x7f;
    const kind = CLASSES[code] as number;
    frequencies[code] = (frequencies[code] as number) + 1;
    const letter = kind & LETTER;
    const digit = (kind >> DIGIT_SHIFT) & 1;
    const vowel = (kind >> VOWEL_SHIFT) & 1;
    const hex = (kind >> HEX_SHIFT) & 1;
    letters += letter;
    digits += digit;
    vowels += vowel;
    capitals += kind >> CAPITAL_SHIFT;
    tokens += (letter | digit) & ~(previousLetter | previousDigit);
    alternations += (letter & previousDigit) | (digit & previousLetter);
    token = (token + 1) & -(letter | digit);
    digitRun = (digitRun + 1) & -digit;
    consonantRun = (consonantRun + 1) & -(letter ^ vowel);
    hexRun = (hexRun + 1) & -hex;
    hexRunHasDigit = (hexRunHasDigit | digit) & hex;
    if (token > longestToken) longestToken = token;
    if (digitRun > longestDigitRun) longestDigitRun = digitRun;
    if (consonantRun > longestConsonantRun) longestConsonantRun = consonantRun;
    if (hexRunHasDigit === 1 && hexRun > longestHexRun) longestHexRun = hexRun;
    previousLetter = letter;
    previousDigit = digit;
  }
  into.length = text.length;
  into.letters = letters;
  into.digits = digits;
  into.capitals = capitals;
  into.vowels = vowels;
  into.tokens = tokens;
  into.alternations = alternations;
  into.longestToken = longestToken;
  into.longestDigitRun = longestDigitRun;
  into.longestConsonantRun = longestConsonantRun;
  into.longestHexRun = longestHexRun;
  return finish(text, into);
}

export function newCharacterStatistics(): CharacterStatistics {
  return {
    length: 0,
    letters: 0,
    capitals: 0,
    digits: 0,
    vowels: 0,
    hyphens: 0,
    underscores: 0,
    dots: 0,
    percents: 0,
    symbols: 0,
    tokens: 0,
    alternations: 0,
    longestToken: 0,
    longestDigitRun: 0,
    longestConsonantRun: 0,
    longestHexRun: 0,
    entropy: 0,
  };
}

/** A part of a count; 0 of nothing. */
export function share(part: number, of: number): number {
  return of === 0 ? 0 : part / of;
}

/** Entropy as log2(n) − Σ c·log2(c) / n. */
function finish(text: string, into: CharacterStatistics): CharacterStatistics {
  into.hyphens = frequencies[0x2d] as number;
  into.underscores = frequencies[0x5f] as number;
  into.dots = frequencies[0x2e] as number;
  into.percents = frequencies[0x25] as number;
  into.symbols = into.length - into.letters - into.digits;
  const weighted = text.length < frequencies.length ? weighText(text) : weighAlphabet();
  into.entropy = text.length === 0 ? 0 : Math.max(0, Math.log2(text.length) - weighted / text.length);
  return into;
}

/** Σ c·log2(c), and the counts at zero again: over the text where it is shorter than the alphabet. */
function weighText(text: string): number {
  let weighted = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index) & 0x7f;
    weighted += WEIGHTS[frequencies[code] as number] as number;
    frequencies[code] = 0;
  }
  return weighted;
}

function weighAlphabet(): number {
  let weighted = 0;
  for (let code = 0; code < frequencies.length; code++) {
    const count = frequencies[code] as number;
    weighted += count < WEIGHTS.length ? (WEIGHTS[count] as number) : count * Math.log2(count);
    frequencies[code] = 0;
  }
  return weighted;
}

function characterClasses(): Uint8Array {
  const classes = new Uint8Array(128);
  for (let code = 0x30; code <= 0x39; code++) classes[code] = (1 << DIGIT_SHIFT) | (1 << HEX_SHIFT);
  for (let letter = 0; letter < 26; letter++) {
    const isVowel = 'aeiouy'.includes(String.fromCharCode(0x61 + letter));
    const kind = LETTER | (isVowel ? 1 << VOWEL_SHIFT : 0) | (letter < 6 ? 1 << HEX_SHIFT : 0);
    classes[0x41 + letter] = kind | (1 << CAPITAL_SHIFT);
    classes[0x61 + letter] = kind;
  }
  return classes;
}
