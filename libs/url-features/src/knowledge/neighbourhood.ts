import type { BrandName } from './brand-catalogue.js';
import { editDistance } from './edit-distance.js';
import { BLOCK, KINDS, kindOf, LetterSieve } from './letter-sieve.js';

/** Words of a host compared: a bound for a hostile one. */
const MOST_WORDS = 12;

/** What looks like a brand's name without being one. */
export interface Lookalike {
  /** Index of the brand, or -1. */
  brand: number;
  /** Edits between the word of the host and the name; 0 where nothing is near. */
  distance: number;
  /** The word of the host. */
  word: string;
}

export interface NeighbourhoodOptions {
  readonly names: readonly BrandName[];
  /** Words that are near to no name, the names themselves among them. */
  readonly ignored: ReadonlySet<string>;
  readonly shortestWord: number;
  readonly longestWord: number;
  /** Edits allowed, 1 or 2, from a name of `length` letters; `isAnchored` where the first letters are the same. */
  editsAllowed(length: number, isAnchored: boolean): number;
}

/** Finds the name nearest to the words of a host. Names are passed over by length and letters before they are compared. */
export class Neighbourhood {
  private readonly names: readonly BrandName[];
  private readonly blocks: number;
  private readonly sieve: LetterSieve;
  /** For each first letter of a word the names that may lie one edit from it, not two: a bit each, block by block. */
  private readonly strict: Int32Array;
  private readonly initials: Uint8Array;
  /** Edits allowed where the first letters are the same, and where not. */
  private readonly anchored: Uint8Array;
  private readonly unanchored: Uint8Array;
  /** The first name of each length, in the order of lengths. */
  private readonly firstOfLength: Int32Array;

  constructor(private readonly options: NeighbourhoodOptions) {
    this.names = [...options.names].sort((a, b) => a.text.length - b.text.length);
    this.sieve = new LetterSieve(this.names.map(({ text }) => text));
    this.initials = Uint8Array.from(this.names, ({ text }) => text.charCodeAt(0));
    const lengths = Uint8Array.from(this.names, ({ text }) => text.length);
    this.anchored = lengths.map((length) => options.editsAllowed(length, true));
    this.unanchored = lengths.map((length) => options.editsAllowed(length, false));
    this.blocks = Math.ceil(this.names.length / BLOCK);
    this.strict = this.strictNames();
    this.firstOfLength = Int32Array.from({ length: options.longestWord + 4 }, (_, length) => {
      const at = this.names.findIndex(({ text }) => text.length >= length);
      return at < 0 ? this.names.length : at;
    });
  }

  /** The word of `host` (between dots and hyphens) with the fewest edits to a name, written into `into`. */
  nearest(host: string, into: Lookalike): Lookalike {
    into.brand = -1;
    into.distance = 0;
    into.word = '';
    const { shortestWord, longestWord } = this.options;
    let start = 0;
    let words = 0;
    for (let index = 0; index <= host.length && words < MOST_WORDS; index++) {
      const code = host.charCodeAt(index);
      if (index < host.length && code !== 0x2e && code !== 0x2d) continue;
      const length = index - start;
      if (length >= shortestWord && length <= longestWord) {
        words++;
        this.compare(host, start, index, into);
        if (into.distance === 1) return into;
      }
      start = index + 1;
    }
    return into;
  }

  private compare(host: string, start: number, end: number, into: Lookalike): void {
    const { sieve, strict, anchored, unanchored, firstOfLength } = this;
    const initial = kindOf(host.charCodeAt(start)) * this.blocks;
    const length = end - start;
    const first = firstOfLength[Math.max(0, length - 2)] as number;
    const last = (firstOfLength[length + 3] as number) - 1;
    sieve.take(host, start, end);
    for (let block = first >>> 5; block <= last >>> 5; block++) {
      let names = sieve.pass(block, strict[initial + block] as number);
      // Names before the first and behind the last are of another length.
      if (block === first >>> 5) names &= -1 << (first & 31);
      if (block === last >>> 5) names &= -1 >>> (31 - (last & 31));
      for (; names !== 0; names &= names - 1) {
        const index = block * BLOCK + 31 - Math.clz32(names & -names);
        const isAnchored = this.initials[index] === host.charCodeAt(start);
        const most = (isAnchored ? anchored[index] : unanchored[index]) as number;
        if (sieve.lacks(index) <= most) this.measure(host.slice(start, end), index, most, into);
      }
    }
  }

  private measure(word: string, index: number, most: number, into: Lookalike): void {
    const { text, brand } = this.names[index] as BrandName;
    const distance = editDistance(word, text, most);
    if (distance > most || (into.distance > 0 && distance >= into.distance)) return;
    if (this.options.ignored.has(word)) return;
    into.brand = brand;
    into.distance = distance;
    into.word = word;
  }

  private strictNames(): Int32Array {
    const strict = new Int32Array(KINDS * this.blocks);
    for (let kind = 0; kind < KINDS; kind++) {
      for (const [index, { text }] of this.names.entries()) {
        const edits = kindOf(text.charCodeAt(0)) === kind ? this.anchored[index] : this.unanchored[index];
        if (edits !== 1) continue;
        const at = kind * this.blocks + (index >>> 5);
        strict[at] = (strict[at] as number) | (1 << (index & 31));
      }
    }
    return strict;
  }
}
