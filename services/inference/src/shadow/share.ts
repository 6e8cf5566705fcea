const FNV_PRIME = 0x01000193;
const FNV_OFFSET = 0x811c9dc5;
const RANGE = 2 ** 32;

/**
 * A text's hash, 32 bits unsigned: FNV-1a, then murmur3's finaliser, which makes every bit as good as the next. It says
 * who is in a share, so it must never change: a replay chooses the same. Other salts choose independently.
 */
export function shareHash(text: string, salt: number): number {
  let hash = FNV_OFFSET ^ salt;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), FNV_PRIME);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Whether a hash is within a share, 0 to 1: a larger share holds all of a smaller one. */
export function isWithin(hash: number, share: number): boolean {
  return hash < share * RANGE;
}
