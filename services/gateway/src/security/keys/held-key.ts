import { type ApiKey, isInForce } from '@weir/platform';
import type { Principal } from '../principal.js';
import { PROCESS_KEY } from './process-key.js';

/** A key as a gateway holds it: all that a request needs is made once. */
export interface HeldKey {
  readonly hash: Buffer;
  readonly asKey: Principal;
  readonly asSession: Principal;
  /** Milliseconds since 1970; from then on it opens nothing. Never: infinity. Revoked: 0. */
  readonly endsAt: number;
  /** ISO 8601; as the catalogue has it. */
  readonly expiresAt?: string;
  readonly lastUsedAt: number;
}

export function heldKey(record: ApiKey, now: number): HeldKey {
  const { id, name, scopes, requestsPerSecond, expiresAt, lastUsedAt } = record;
  const holder = {
    name,
    keyId: id,
    scopes,
    ...(requestsPerSecond === undefined ? {} : { requestsPerSecond }),
  };
  return {
    hash: Buffer.from(record.hash, 'hex'),
    asKey: { kind: 'key', ...holder },
    asSession: { kind: 'session', ...holder },
    endsAt: isInForce(record, now) ? endOf(expiresAt) : 0,
    ...(expiresAt === undefined ? {} : { expiresAt }),
    lastUsedAt: lastUsedAt === undefined ? 0 : Date.parse(lastUsedAt),
  };
}

export const HELD_PROCESS_KEY: HeldKey = {
  hash: PROCESS_KEY.hash,
  asKey: PROCESS_KEY.principal,
  asSession: { ...PROCESS_KEY.principal, kind: 'session' },
  endsAt: Number.POSITIVE_INFINITY,
  lastUsedAt: Number.POSITIVE_INFINITY,
};

function endOf(expiresAt: string | undefined): number {
  return expiresAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(expiresAt);
}
