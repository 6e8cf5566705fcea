import { randomFillSync } from 'node:crypto';

const POOL_BYTES = 4_096;

const pool = Buffer.alloc(POOL_BYTES);
let taken = POOL_BYTES;

/**
 * Random bytes for identifiers, drawn a page at a time: asking the system for sixteen costs as much as for thousands.
 * Each byte is given once. Valid until the next call, as it is the pool's own memory. Not for secrets: they would lie in
 * memory before their time.
 */
export function identifierBytes(bytes: number): Buffer {
  if (taken + bytes > POOL_BYTES) {
    randomFillSync(pool);
    taken = 0;
  }
  taken += bytes;
  return pool.subarray(taken - bytes, taken);
}
