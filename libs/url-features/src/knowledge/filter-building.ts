import { FuseLayout, type StoredFilter } from './binary-fuse-filter.js';
import { hashName, nameHash } from './name-hash.js';

const MOST_SEEDS = 100;

/**
 * Builds the filter of `names` with fingerprints of `bits` (1 to 16). The same names give the same filter, whatever
 * their order and however often they stand there. Throws RangeError where no seed works, which does not happen in practice.
 */
export function buildBinaryFuseFilter(names: readonly string[], bits: number): StoredFilter {
  const distinct = [...new Set(names)].sort();
  const layout = layoutFor(distinct.length, bits);
  for (let seed = 1; seed <= MOST_SEEDS; seed++) {
    const fingerprints = assign(distinct, seed, layout);
    if (fingerprints === undefined) continue;
    const { segmentLength, segments } = layout;
    return { bits, seed, segmentLength, segments, fingerprints: pack(fingerprints, bits) };
  }
  throw new RangeError(`no seed up to ${MOST_SEEDS} places ${distinct.length} names`);
}

/** The sizes that Graf & Lemire (2022) found by trial for three slots a name. */
function layoutFor(count: number, bits: number): FuseLayout {
  const size = Math.max(count, 2);
  const exponent = Math.floor(Math.log(size) / Math.log(3.33) + 2.25);
  const segmentLength = 2 ** Math.min(16, Math.max(2, exponent));
  const factor = Math.max(1.125, 0.875 + (0.25 * Math.log(1e6)) / Math.log(size));
  const segments = Math.max(1, Math.ceil((size * factor) / segmentLength) - 2);
  return new FuseLayout(bits, segmentLength, segments);
}

/** Peels slots that only one name uses, then assigns them in the reverse order; undefined where names remain. */
function assign(names: readonly string[], seed: number, layout: FuseLayout): Uint16Array | undefined {
  const hashes = new Uint32Array(names.length * 2);
  const users = new Int32Array(layout.slots);
  // The exclusive or of the names that use a slot is the name itself once one is left.
  const userSum = new Int32Array(layout.slots);
  for (const [index, name] of names.entries()) {
    hashName(name, seed);
    hashes.set(nameHash, index * 2);
    layout.place(nameHash[0] as number, nameHash[1] as number);
    for (const slot of layout.slot) {
      users[slot] = (users[slot] as number) + 1;
      userSum[slot] = (userSum[slot] as number) ^ index;
    }
  }
  const peeled = peel(hashes, users, userSum, layout);
  if (peeled.length < names.length) return undefined;
  const fingerprints = new Uint16Array(layout.slots);
  for (const { name, slot } of peeled.reverse()) {
    layout.place(hashes[name * 2] as number, hashes[name * 2 + 1] as number);
    let value = layout.fingerprint;
    for (const other of layout.slot) if (other !== slot) value ^= fingerprints[other] as number;
    fingerprints[slot] = value;
  }
  return fingerprints;
}

function peel(
  hashes: Uint32Array,
  users: Int32Array,
  userSum: Int32Array,
  layout: FuseLayout,
): { name: number; slot: number }[] {
  const queue = Array.from(users.keys()).filter((slot) => users[slot] === 1);
  const peeled: { name: number; slot: number }[] = [];
  for (const slot of queue) {
    if (users[slot] !== 1) continue;
    const name = userSum[slot] as number;
    peeled.push({ name, slot });
    layout.place(hashes[name * 2] as number, hashes[name * 2 + 1] as number);
    for (const each of layout.slot) {
      users[each] = (users[each] as number) - 1;
      userSum[each] = (userSum[each] as number) ^ name;
      if (users[each] === 1) queue.push(each);
    }
  }
  return peeled;
}

function pack(values: Uint16Array, bits: number): string {
  const bytes = Buffer.alloc(Math.ceil((values.length * bits) / 8));
  for (const [index, value] of values.entries()) {
    for (let bit = 0; bit < bits; bit++) {
      const at = index * bits + bit;
      if ((value >> bit) & 1) bytes[at >> 3] = (bytes[at >> 3] as number) | (1 << (at & 7));
    }
  }
  return bytes.toString('base64');
}
