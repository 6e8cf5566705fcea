import { finalise, hashName, nameHash } from './name-hash.js';

/** A filter as it is written down: `fingerprints` are packed, `bits` each, lowest first, in base64. */
export interface StoredFilter {
  readonly bits: number;
  readonly seed: number;
  /** A power of two. */
  readonly segmentLength: number;
  readonly segments: number;
  readonly fingerprints: string;
}

/** Where a name's three fingerprints stand, and what they make together. Shared by reading and building. */
export class FuseLayout {
  readonly slots: number;
  /** The three slots of the last name located. */
  readonly slot = new Int32Array(3);
  fingerprint = 0;

  constructor(
    readonly bits: number,
    readonly segmentLength: number,
    readonly segments: number,
  ) {
    this.slots = (segments + 2) * segmentLength;
  }

  place(first: number, second: number): void {
    const mask = this.segmentLength - 1;
    const start = Math.floor((first / 0x1_0000_0000) * this.segments * this.segmentLength);
    this.slot[0] = start;
    this.slot[1] = (start + this.segmentLength) ^ (second & mask);
    this.slot[2] = (start + 2 * this.segmentLength) ^ ((second >>> 16) & mask);
    this.fingerprint = finalise(first ^ Math.imul(second, 0x27d4eb2f)) & ((1 << this.bits) - 1);
  }
}

/**
 * A set of names in about `1.13 · bits` bits a name (binary fuse filter: Graf & Lemire, 2022). A member is always
 * found; a name outside is taken for a member with probability 2^-bits.
 */
export class BinaryFuseFilter {
  private readonly layout: FuseLayout;
  private readonly fingerprints: Uint16Array;
  readonly seed: number;

  constructor(stored: StoredFilter) {
    this.layout = new FuseLayout(stored.bits, stored.segmentLength, stored.segments);
    this.seed = stored.seed;
    this.fingerprints = unpack(stored.fingerprints, stored.bits, this.layout.slots);
  }

  has(name: string): boolean {
    hashName(name, this.seed);
    return this.hasHashed();
  }

  /** {@link has} of the name that was hashed last, with this filter's seed. */
  hasHashed(): boolean {
    const { layout, fingerprints } = this;
    layout.place(nameHash[0] as number, nameHash[1] as number);
    const { slot } = layout;
    const found =
      (fingerprints[slot[0] as number] as number) ^
      (fingerprints[slot[1] as number] as number) ^
      (fingerprints[slot[2] as number] as number);
    return found === layout.fingerprint;
  }
}

function unpack(base64: string, bits: number, count: number): Uint16Array {
  const bytes = Buffer.from(base64, 'base64');
  const values = new Uint16Array(count);
  for (let index = 0; index < count; index++) {
    let value = 0;
    for (let bit = 0; bit < bits; bit++) {
      const at = index * bits + bit;
      value |= (((bytes[at >> 3] as number) >> (at & 7)) & 1) << bit;
    }
    values[index] = value;
  }
  return values;
}
