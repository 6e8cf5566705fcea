/** Two independent 32-bit hashes of one name, filled by {@link hashName} and read at once. */
export const nameHash = new Uint32Array(2);

/** Fills {@link nameHash} from an ASCII name; nothing is allocated (multiplicative hashing, MurmurHash3's finaliser). */
export function hashName(name: string, seed: number): void {
  let first = seed ^ 0x9e3779b9;
  let second = seed ^ 0x7f4a7c15;
  for (let index = 0; index < name.length; index++) {
    const code = name.charCodeAt(index);
    first = Math.imul(first ^ code, 0x01000193);
    first ^= first >>> 15;
    second = Math.imul(second, 31) + Math.imul(code, 0x2c1b3c6d);
    second ^= second >>> 13;
  }
  nameHash[0] = finalise(first);
  nameHash[1] = finalise(second ^ name.length);
}

export function finalise(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
