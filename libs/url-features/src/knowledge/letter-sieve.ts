/** Letters `a` to `z` and one for all else; a second one of a kind counts as a kind of its own. */
export const KINDS = 27;
const OTHER = 26;
/** Names in one number, a bit each. */
export const BLOCK = 32;

/**
 * Passes over names that cannot be within one or two edits of a word, since too many of its letters are not in them: an
 * edit takes at most one letter away. Thirty-two names are counted at a time, by adders of two bits.
 */
export class LetterSieve {
  private readonly blocks: number;
  /** For each kind of letter the names without it, a bit each, block by block. */
  private readonly lacking: Int32Array;
  /** How many kinds each name has. */
  private readonly kindCounts: Uint8Array;
  /** The kinds of the word. */
  private readonly kinds = new Uint8Array(2 * KINDS);
  private count = 0;
  /** How many of them each name of the last block lacks, in two bits. */
  private ones = 0;
  private twos = 0;

  constructor(names: readonly string[]) {
    this.blocks = Math.ceil(names.length / BLOCK);
    this.lacking = new Int32Array(2 * KINDS * this.blocks).fill(-1);
    this.kindCounts = new Uint8Array(names.length);
    for (const [index, name] of names.entries()) {
      this.take(name, 0, name.length);
      this.kindCounts[index] = this.count;
      for (const kind of this.kinds.subarray(0, this.count)) this.mark(kind, index);
    }
  }

  /** Takes the word that stands in `text` from `start` to `end`, to be compared with blocks of names. */
  take(text: string, start: number, end: number): void {
    let once = 0;
    let twice = 0;
    let count = 0;
    for (let index = start; index < end; index++) {
      const letter = kindOf(text.charCodeAt(index));
      const bit = 1 << letter;
      if ((once & bit) === 0) this.kinds[count++] = letter;
      else if ((twice & bit) === 0) this.kinds[count++] = KINDS + letter;
      twice |= once & bit;
      once |= bit;
    }
    this.count = count;
  }

  /** The names of a block, as bits, that lack at most two letters of the word; those of `strict` at most one. */
  pass(block: number, strict: number): number {
    const { lacking, kinds, blocks, count } = this;
    let ones = 0;
    let twos = 0;
    let more = 0;
    for (let index = 0; index < count; index++) {
      const without = lacking[(kinds[index] as number) * blocks + block] as number;
      const carry = ones & without;
      ones ^= without;
      more |= twos & carry;
      twos ^= carry;
    }
    this.ones = ones;
    this.twos = twos;
    return ~(more | (twos & (ones | strict)));
  }

  /** The letters that the word lacks of a name in the block that was passed last; at most two of its own are lacking. */
  lacks(name: number): number {
    const bit = name & 31;
    const theirs = ((this.ones >>> bit) & 1) + 2 * ((this.twos >>> bit) & 1);
    return (this.kindCounts[name] as number) - this.count + theirs;
  }

  private mark(kind: number, name: number): void {
    const at = kind * this.blocks + (name >>> 5);
    this.lacking[at] = (this.lacking[at] as number) & ~(1 << (name & 31));
  }
}

/** The kind of a letter, 0 to 26. */
export function kindOf(code: number): number {
  return code >= 0x61 && code <= 0x7a ? code - 0x61 : OTHER;
}
