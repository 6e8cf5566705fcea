import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Scope } from '@weir/contracts';
import { uuid7 } from '../identifiers/index.js';

/** What is kept of an API key. Times are ISO 8601, in UTC. */
export interface ApiKey {
  /** 20 hexadecimal digits that sort by time; no secret, it stands in the key itself. */
  readonly id: string;
  /** Stands as `by` wherever its holder changes something. */
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: string;
  readonly createdBy: string;
  /** From then on it is refused. */
  readonly expiresAt?: string;
  /** Its holder's own bound; that of the configuration where absent. */
  readonly requestsPerSecond?: number;
  /** To about a minute. */
  readonly lastUsedAt?: string;
  readonly revokedAt?: string;
  /** SHA-256 of the whole key, in hexadecimal. 32 random bytes need no salt, and no slow hash. */
  readonly hash: string;
}

/** Names go into logs, pages and terminals: printable ASCII. */
export const KEY_NAME = /^[A-Za-z0-9][A-Za-z0-9 ._@:+/-]{0,99}$/;
export const MAX_REQUESTS_PER_SECOND = 1_000_000;

const SECRET_BYTES = 32;
const ID_DIGITS = 20;
const KEY = /^weir_([0-9a-f]{20})_[A-Za-z0-9_-]{43}$/;

/** A new id: 48 bits of milliseconds, then random bits, as in a UUID of version 7. */
export function newKeyId(): string {
  return uuid7().replaceAll('-', '').slice(0, ID_DIGITS);
}

/** `weir_<id>_<secret>`; the secret has 256 random bits. */
export function newKey(id: string): string {
  return `weir_${id}_${randomBytes(SECRET_BYTES).toString('base64url')}`;
}

/** The id in a key; `null` where the text is none. */
export function idOfKey(key: string): string | null {
  return KEY.exec(key)?.[1] ?? null;
}

export function hashOfKey(key: string): Buffer {
  return hash('sha256', key, 'buffer');
}

/** Takes as long whatever the hashes have in common. Both have 32 bytes. */
export function isSameHash(a: Buffer, b: Buffer): boolean {
  return timingSafeEqual(a, b);
}

/** Whether a key opens anything: neither revoked nor run out. */
export function isInForce({ revokedAt, expiresAt }: ApiKey, now: number): boolean {
  return revokedAt === undefined && (expiresAt === undefined || Date.parse(expiresAt) > now);
}
