import { finalise } from './name-hash.js';

/** The hash of no characters; {@link extendTail} puts one more before them. */
export const EMPTY_TAIL = 0x5bd1e995;

/** The hash of a tail that begins one character earlier, with `code`. */
export function extendTail(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193) ^ (hash >>> 15);
}

/**
 * Looks names up that end a text, by a hash that grows from its end: every tail of a host is tried in one pass, and no
 * piece of it is cut out. Exact: what has the hash of a name is compared with it.
 */
export class TailIndex<Entry extends { readonly name: string }> {
  private readonly entries: readonly Entry[];
  private readonly hashes: Int32Array;
  /** One more than an entry's index, from the place of its hash on; 0 where nothing is. */
  private readonly slots: Uint16Array;

  /** Up to 65,535 entries, each of another name. */
  constructor(entries: Iterable<Entry>) {
    this.entries = [...entries];
    this.hashes = Int32Array.from(this.entries, ({ name }) => hashOf(name));
    // One slot in eight at most is taken, so that nearly all strangers meet an empty one.
    this.slots = new Uint16Array(2 ** Math.ceil(Math.log2(8 * this.entries.length + 1)));
    for (const [index, hash] of this.hashes.entries()) this.slots[this.freeSlot(hash)] = index + 1;
  }

  /** The entry that is `text` from `start` on; `hash` is that of this tail. */
  find(text: string, start: number, hash: number): Entry | undefined {
    const mask = this.slots.length - 1;
    for (let slot = finalise(hash) & mask; ; slot = (slot + 1) & mask) {
      const index = (this.slots[slot] as number) - 1;
      if (index < 0) return undefined;
      if (this.hashes[index] !== hash) continue;
      const entry = this.entries[index] as Entry;
      if (entry.name.length === text.length - start && text.endsWith(entry.name)) return entry;
    }
  }

  private freeSlot(hash: number): number {
    const mask = this.slots.length - 1;
    let slot = finalise(hash) & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    return slot;
  }
}

function hashOf(name: string): number {
  let hash = EMPTY_TAIL;
  for (let index = name.length - 1; index >= 0; index--) hash = extendTail(hash, name.charCodeAt(index));
  return hash;
}
