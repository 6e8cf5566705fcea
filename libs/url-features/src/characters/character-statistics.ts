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
const DIGIT = 2;
const VOWEL = 4;
const HEX = 8;
const CAPITAL = 16;
const CLASSES = characterClasses();

// Counts of each ASCII character; zeroed by the reader of the counts.
const frequencies = new Uint32Array(128);

/** `count · log2(count)` of small counts: a logarithm a character would cost more than all the rest. */
const WEIGHTS = Float64Array.from({ length: 256 }, (_, count) => (count < 2 ? 0 : count * Math.log2(count)));

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
      if (kind & CAPITAL) into.capitals++;
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
    if (token === 1) into.tokens++;
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
  return finish(text, into);
}

export function newCharacterStatistics(): CharacterStatistics {
  const empty = {} as CharacterStatistics;
  clear(empty);
  return empty;
}

function clear(into: CharacterStatistics): void {
  into.length = 0;
  into.letters = 0;
  into.capitals = 0;
  into.digits = 0;
  into.vowels = 0;
  into.hyphens = 0;
  into.underscores = 0;
  into.dots = 0;
  into.percents = 0;
  into.symbols = 0;
  into.tokens = 0;
  into.alternations = 0;
  into.longestToken = 0;
  into.longestDigitRun = 0;
  into.longestConsonantRun = 0;
  into.longestHexRun = 0;
  into.entropy = 0;
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
  if (into.length > 0) into.entropy = Math.max(0, Math.log2(into.length) - weighted / into.length);
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
  for (let code = 0x30; code <= 0x39; code++) classes[code] = DIGIT | HEX;
  for (let letter = 0; letter < 26; letter++) {
    const kind =
      LETTER | ('aeiouy'.includes(String.fromCharCode(0x61 + letter)) ? VOWEL : 0) | (letter < 6 ? HEX : 0);
    classes[0x41 + letter] = kind | CAPITAL;
    classes[0x61 + letter] = kind;
  }
  return classes;
}
