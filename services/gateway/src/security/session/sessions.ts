import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CACHE, type Cache, CONFIG, Environment } from '@weir/platform';
import { KeyRing } from '../keys/key-ring.js';

export interface Session {
  readonly keyId: string;
  /** ISO 8601, in UTC. */
  readonly expiresAt: string;
}

/** Sign-ins of the page, in the cache under the hash of their ids: who reads the cache can use none. */
@Injectable()
export class Sessions {
  constructor(
    @Inject(CACHE) private readonly cache: Cache,
    @Inject(CONFIG) private readonly environment: Environment,
    private readonly ring: KeyRing,
  ) {}

  /** A new session of the key's holder, for WEIR_SESSION_HOURS or until the key runs out. */
  async open(keyId: string): Promise<{ readonly id: string; readonly session: Session }> {
    const id = randomBytes(32).toString('base64url');
    const now = Date.now();
    const keyEnds = Date.parse(this.ring.expiryOf(keyId) ?? '') || Number.POSITIVE_INFINITY;
    const end = Math.min(now + this.environment.sessionHours * 3_600_000, keyEnds);
    const session: Session = { keyId, expiresAt: new Date(end).toISOString() };
    await this.cache.set(cacheKey(id), JSON.stringify(session), { ttlMs: Math.max(1, end - now) });
    return { id, session };
  }

  /** `null` where it has ended. Rejects with `WEIR_CACHE_UNAVAILABLE`. */
  async find(id: string): Promise<Session | null> {
    const stored = await this.cache.get(cacheKey(id));
    return stored === null ? null : (JSON.parse(stored) as Session);
  }

  async end(id: string): Promise<void> {
    await this.cache.delete(cacheKey(id));
  }
}

function cacheKey(id: string): string {
  return `session:${createHash('sha256').update(id).digest('hex')}`;
}
