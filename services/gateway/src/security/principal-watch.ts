import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { KeyRing } from './keys/key-ring.js';
import { type Principal, principalOf } from './principal.js';
import { sessionIdOf } from './session/session-cookie.js';
import { Sessions } from './session/sessions.js';

const INTERVAL_MS = 1_000;

interface Watched {
  readonly principal: Principal;
  /** Of a session. */
  readonly sessionId: string | null;
  readonly callback: () => void;
}

/** Tells long answers when whoever asked for them may no longer have them: a key that is revoked, a session that ran out. */
@Injectable()
export class PrincipalWatch implements OnApplicationShutdown {
  readonly #watched = new Set<Watched>();
  #timer: NodeJS.Timeout | undefined;
  #isLooking = false;

  constructor(
    private readonly ring: KeyRing,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Calls back once, within 5 s of the end of the request's principal; while there are no keys that is when the first is
   * made. What it returns ends the watch.
   */
  onEnd(request: FastifyRequest, callback: () => void): () => void {
    const principal = principalOf(request);
    const sessionId = principal.kind === 'session' ? sessionIdOf(request.headers.cookie) : null;
    const watched = { principal, sessionId, callback };
    this.#watched.add(watched);
    this.#timer ??= setInterval(() => void this.#look(), INTERVAL_MS).unref();
    return () => this.#leave(watched);
  }

  onApplicationShutdown(): void {
    clearInterval(this.#timer);
  }

  async #look(): Promise<void> {
    // A cache that answers slowly is not asked twice at a time.
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      this.#end(({ principal }) => !this.ring.stillHolds(principal));
      const ended = await this.#endedSessions();
      this.#end(({ sessionId }) => sessionId !== null && ended.has(sessionId));
    } finally {
      this.#isLooking = false;
    }
  }

  #end(hasEnded: (watched: Watched) => boolean): void {
    for (const watched of [...this.#watched].filter(hasEnded)) {
      this.#leave(watched);
      watched.callback();
    }
  }

  async #endedSessions(): Promise<ReadonlySet<string>> {
    const ids = new Set([...this.#watched].flatMap(({ sessionId }) => sessionId ?? []));
    const ended = new Set<string>();
    for (const id of ids) {
      // Away, the cache says nothing about who may stay.
      const session = await this.sessions.find(id).catch(() => undefined);
      if (session === null) ended.add(id);
    }
    return ended;
  }

  #leave(watched: Watched): void {
    this.#watched.delete(watched);
    if (this.#watched.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
