/** Counts over one text, all found in one pass. */
export interface CharacterStatistics {
  length: number;
  letters: number;
  digits: number;
  vowels: number;
  hyphens: number;
  dots: number;
  percents: number;
  /** Neither letter nor digit. */
  symbols: number;
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
const DIGIT = 2;
const VOWEL = 4;
const HEX = 8;
const CLASSES = characterClasses();

// Counts of each ASCII character; zeroed by the reader of the counts, so never longer than the text's own alphabet.
const frequencies = new Uint32Array(128);

/** Fills `into` from `text`; nothing is allocated. Text is the ASCII of a WHATWG-serialised URL. */
export function measureCharacters(text: string, into: CharacterStatistics): CharacterStatistics {
  clear(into);
  into.length = text.length;
  let token = 0;
  let digitRun = 0;
  let consonantRun = 0;
  let hexRun = 0;
  let hexRunHasDigit = false;
  let previous = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index) & 0x7f;
    const kind = CLASSES[code] as number;
    frequencies[code] = (frequencies[code] as number) + 1;
    if (kind & LETTER) {
      into.letters++;
      digitRun = 0;
      if (kind & VOWEL) {
        into.vowels++;
        consonantRun = 0;
      } else if (++consonantRun > into.longestConsonantRun) into.longestConsonantRun = consonantRun;
      if (previous & DIGIT) into.alternations++;
    } else {
      consonantRun = 0;
      if (kind & DIGIT) {
        into.digits++;
        if (++digitRun > into.longestDigitRun) into.longestDigitRun = digitRun;
        if (previous & LETTER) into.alternations++;
      } else digitRun = 0;
    }
    token = kind === 0 ? 0 : token + 1;
    if (token > into.longestToken) into.longestToken = token;
    if (kind & HEX) {
      hexRun++;
      hexRunHasDigit ||= (kind & DIGIT) !== 0;
      if (hexRunHasDigit && hexRun > into.longestHexRun) into.longestHexRun = hexRun;
    } else {
      hexRun = 0;
      hexRunHasDigit = false;
    }
    previous = kind;
  }
  return finish(into);
}

export function newCharacterStatistics(): CharacterStatistics {
  const empty = {} as CharacterStatistics;
  clear(empty);
  return empty;
}

function clear(into: CharacterStatistics): void {
  into.length = 0;
  into.letters = 0;
  into.digits = 0;
  into.vowels = 0;
  into.hyphens = 0;
  into.dots = 0;
  into.percents = 0;
  into.symbols = 0;
  into.alternations = 0;
  into.longestToken = 0;
  into.longestDigitRun = 0;
  into.longestConsonantRun = 0;
  into.longestHexRun = 0;
  into.entropy = 0;
}

/** Entropy as log2(n) − Σ c·log2(c) / n. */
function finish(into: CharacterStatistics): CharacterStatistics {
  into.hyphens = frequencies[0x2d] as number;
  into.dots = frequencies[0x2e] as number;
  into.percents = frequencies[0x25] as number;
  into.symbols = into.length - into.letters - into.digits;
  let weighted = 0;
  for (let code = 0; code < 128; code++) {
    const count = frequencies[code] as number;
    if (count === 0) continue;
    if (count > 1) weighted += count * Math.log2(count);
    frequencies[code] = 0;
  }
  if (into.length > 0) into.entropy = Math.max(0, Math.log2(into.length) - weighted / into.length);
  return into;
}

function characterClasses(): Uint8Array {
  const classes = new Uint8Array(128);
  for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
    const kind = LETTER | ('aeiouy'.includes(letter) ? VOWEL : 0) | (letter <= 'f' ? HEX : 0);
    classes[letter.charCodeAt(0)] = kind;
    classes[letter.toUpperCase().charCodeAt(0)] = kind;
  }
  for (const digit of '0123456789') classes[digit.charCodeAt(0)] = DIGIT | HEX;
  return classes;
}
