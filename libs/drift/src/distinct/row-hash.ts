/** 64 bits as two unsigned halves. */
export interface RowHash {
  high: number;
  low: number;
}

const SEED_HIGH = 0x9e3779b9;
const SEED_LOW = 0x85ebca6b;

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);

/** Two differently seeded 32-bit hashes (MurmurHash3's rounds) of a row of numbers. Missing is NaN; −0 equals 0. */
export function hashNumbers(row: ArrayLike<number>): RowHash {
  let high = SEED_HIGH;
  let low = SEED_LOW;
  for (let column = 0; column < row.length; column++) {
    const value = row[column] as number;
    double[0] = value === 0 ? 0 : Number.isNaN(value) ? Number.NaN : value;
    const first = words[0] as number;
    const second = words[1] as number;
    high = round(round(high, first), second);
    low = round(round(low, second), first ^ column);
  }
  return { high: finish(high, row.length), low: finish(low, row.length) };
}

/** The same of a text's UTF-16 code units. */
export function hashText(text: string): RowHash {
  let high = SEED_HIGH;
  let low = SEED_LOW;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = round(high, code);
    low = round(low, code ^ index);
  }
  return { high: finish(high, text.length), low: finish(low, text.length) };
}

function round(hash: number, word: number): number {
  let mixed = Math.imul(word, 0xcc9e2d51);
  mixed = Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593);
  const turned = hash ^ mixed;
  return (Math.imul((turned << 13) | (turned >>> 19), 5) + 0xe6546b64) | 0;
}

function finish(hash: number, length: number): number {
  let mixed = hash ^ length;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
