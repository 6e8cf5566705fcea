const SEED = 0x9747b28c;
const MULTIPLIER = 0x5bd1e995;

/** Murmur2, 32 bits, as `org.apache.kafka.common.utils.Utils.murmur2` computes it. A signed integer. */
export function murmur2(key: Uint8Array): number {
  const { length } = key;
  let hash = SEED ^ length;
  const whole = length & ~3;
  for (let at = 0; at < whole; at += 4) {
    let word =
      byte(key, at) | (byte(key, at + 1) << 8) | (byte(key, at + 2) << 16) | (byte(key, at + 3) << 24);
    word = Math.imul(word, MULTIPLIER);
    word ^= word >>> 24;
    hash = Math.imul(hash, MULTIPLIER) ^ Math.imul(word, MULTIPLIER);
  }
  hash = mixTail(hash, key, whole);
  hash = Math.imul(hash ^ (hash >>> 13), MULTIPLIER);
  return hash ^ (hash >>> 15);
}

function mixTail(hash: number, key: Uint8Array, from: number): number {
  const rest = key.length - from;
  if (rest === 0) return hash;
  let tail = byte(key, from);
  if (rest > 1) tail |= byte(key, from + 1) << 8;
  if (rest > 2) tail |= byte(key, from + 2) << 16;
  return Math.imul(hash ^ tail, MULTIPLIER);
}

const byte = (key: Uint8Array, at: number): number => key[at] ?? 0;

/** The partition of a key, as Kafka's own clients choose it. */
export const partitionOf = (key: Uint8Array, partitions: number): number =>
  (murmur2(key) & 0x7fffffff) % partitions;
