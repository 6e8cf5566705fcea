import type { BrandName } from './brand-catalogue.js';
import { editDistance } from './edit-distance.js';

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
  private readonly masks: Int32Array;
  private readonly initials: Uint8Array;
  private readonly lengths: Uint8Array;
  /** Edits allowed where the first letters are the same, and where not. */
  private readonly anchored: Uint8Array;
  private readonly unanchored: Uint8Array;
  /** The first name of each length, in the order of lengths. */
  private readonly firstOfLength: Int32Array;

  constructor(private readonly options: NeighbourhoodOptions) {
    this.names = [...options.names].sort((a, b) => a.text.length - b.text.length);
    this.masks = Int32Array.from(this.names, ({ text }) => letterMask(text));
    this.initials = Uint8Array.from(this.names, ({ text }) => text.charCodeAt(0));
    this.lengths = Uint8Array.from(this.names, ({ text }) => text.length);
    this.anchored = this.lengths.map((length) => options.editsAllowed(length, true));
    this.unanchored = this.lengths.map((length) => options.editsAllowed(length, false));
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
        this.compare(host.slice(start, index), into);
        if (into.distance === 1) return into;
      }
      start = index + 1;
    }
    return into;
  }

  private compare(word: string, into: Lookalike): void {
    const { masks, initials, anchored, unanchored, firstOfLength } = this;
    const mask = letterMask(word);
    const initial = word.charCodeAt(0);
    const end = firstOfLength[word.length + 3] as number;
    for (let index = firstOfLength[Math.max(0, word.length - 2)] as number; index < end; index++) {
      const most = (initials[index] === initial ? anchored[index] : unanchored[index]) as number;
      // An edit changes at most one letter on either side.
      const theirs = masks[index] as number;
      if (bits(mask & ~theirs) > most || bits(theirs & ~mask) > most) continue;
      this.measure(word, index, most, into);
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
}

/** A bit for each letter, one for all digits. */
function letterMask(text: string): number {
  let mask = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    mask |= code >= 0x61 && code <= 0x7a ? 1 << (code - 0x61) : 1 << 26;
  }
  return mask;
}

/** Bits set in a word (Hacker's Delight, 5-1). */
function bits(mask: number): number {
  let sum = mask - ((mask >>> 1) & 0x55555555);
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
  return Math.imul((sum + (sum >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
