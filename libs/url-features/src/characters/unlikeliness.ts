import { LETTER_TRIPLES, LEVELS, STEP, SYMBOLS } from './letter-triples.js';

/** How unlike ordinary sites' names the letters of a text are, in bits a letter. */
export interface Unlikeliness {
  /** Mean over the letters and the words' ends; 0 without letters. */
  mean: number;
  /** Of the least likely letter; 0 without letters. */
  rarest: number;
}

const BITS = tableOfBits();
const CONTEXTS = SYMBOLS * SYMBOLS;

/**
 * Surprise of each letter after the two before it, by a table of letter triples from ordinary sites' names (a Markov
 * chain of second order). Anything but a letter ends a word. Ordinary names come to 3 to 4 bits, random letters to 6.
 */
export function measureUnlikeliness(text: string, into: Unlikeliness): Unlikeliness {
  let context = 0;
  let sum = 0;
  let counted = 0;
  let rarest = 0;
  for (let index = 0; index <= text.length; index++) {
    const symbol = index < text.length ? symbolOf(text.charCodeAt(index)) : 0;
    if (symbol === 0 && context === 0) continue;
    const entry = context * SYMBOLS + symbol;
    const bits = BITS[entry] as number;
    sum += bits;
    counted++;
    if (bits > rarest) rarest = bits;
    context = symbol === 0 ? 0 : entry % CONTEXTS;
  }
  into.mean = counted === 0 ? 0 : sum / counted;
  into.rarest = rarest;
  return into;
}

/** 1 to 26 for a letter of either case, 0 for all else. */
function symbolOf(code: number): number {
  const letter = (code | 0x20) - 0x60;
  return letter >= 1 && letter <= 26 && code >= 0x41 ? letter : 0;
}

function tableOfBits(): Float32Array {
  return Float32Array.from(LETTER_TRIPLES, (level) => LEVELS.indexOf(level) * STEP);
}
