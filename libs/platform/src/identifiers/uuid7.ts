import { identifierBytes } from './random-bytes.js';

/**
 * A UUID whose text sorts by time (RFC 9562, version 7): 48 bits of milliseconds, then random bits.
 * Ids made in the same millisecond have no order among themselves.
 */
export function uuid7(now: number = Date.now()): string {
  const bytes = identifierBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
