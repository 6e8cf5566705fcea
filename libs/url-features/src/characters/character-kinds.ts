/** Kinds of ASCII characters, as bits. */
export const LETTER = 1;
export const DIGIT = 2;
export const CONSONANT = 4;
export const HEX_DIGIT = 8;

/** The kinds of each ASCII character. */
export const KINDS = Uint8Array.from({ length: 128 }, (_, code) => kindsOf(String.fromCharCode(code)));

/** Characters whose counts fit the four bytes of {@link COUNTED} at once. */
export const COUNTED_AT_ONCE = 255;

/** What each ASCII character adds to four counts, a byte each: letters in the lowest, then digits, capitals and vowels. */
export const COUNTED = Int32Array.from(KINDS, (kinds, code) => {
  const letter = kinds & LETTER;
  const capital = letter === 1 && code < 0x61 ? 1 : 0;
  const vowel = letter === 1 && (kinds & CONSONANT) === 0 ? 1 : 0;
  return letter | ((kinds & DIGIT) === 0 ? 0 : 1 << 8) | (capital << 16) | (vowel << 24);
});

function kindsOf(character: string): number {
  if (character >= '0' && character <= '9') return DIGIT | HEX_DIGIT;
  const lower = character.toLowerCase();
  if (lower < 'a' || lower > 'z') return 0;
  return LETTER | ('aeiouy'.includes(lower) ? 0 : CONSONANT) | (lower <= 'f' ? HEX_DIGIT : 0);
}
