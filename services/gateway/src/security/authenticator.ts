import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, Environment, WeirError } from '@weir/platform';
import type { FastifyRequest } from 'fastify';
import { credentialOf } from './credential.js';
import { mayBeOpen } from './exposure.js';
import { KeyRing } from './keys/key-ring.js';
import { ANONYMOUS, OPEN, type Principal } from './principal.js';
import { Sessions } from './session/sessions.js';

/** Who asks; or why what was shown is refused. */
export type Identified = Principal | WeirError;

/** Finds who asks, from the key or the session that a request shows. */
@Injectable()
export class Authenticator {
  readonly #mayBeOpen: boolean;

  constructor(
    private readonly ring: KeyRing,
    private readonly sessions: Sessions,
    @Inject(CONFIG) environment: Environment,
  ) {
    this.#mayBeOpen = mayBeOpen(environment);
  }

  /** Who asks without showing anything. */
  get nobody(): Principal {
    return this.#isOpen ? OPEN : ANONYMOUS;
  }

  /** At once, unless a session has to be looked up. While no key exists nothing that is shown counts. */
  identify(request: FastifyRequest): Identified | Promise<Identified> {
    if (this.#isOpen) return OPEN;
    if (!this.ring.isKnown && !this.ring.hasKeys) return notRead();
    const credential = credentialOf(request);
    switch (credential.kind) {
      case 'none':
        return ANONYMOUS;
      case 'key':
        return this.ring.holderOf(credential.key) ?? refused('The key is unknown, revoked or has run out');
      case 'session':
        return this.#ofSession(credential.id);
      case 'malformed':
        return refused(credential.reason);
    }
  }

  get #isOpen(): boolean {
    return this.#mayBeOpen && this.ring.isKnown && !this.ring.hasKeys;
  }

  async #ofSession(id: string): Promise<Identified> {
    try {
      const session = await this.sessions.find(id);
      const principal = session === null ? null : this.ring.sessionOf(session.keyId);
      return principal ?? new WeirError('WEIR_KEY_REQUIRED', 'The session has ended');
    } catch (error) {
      return new WeirError(
        'WEIR_CACHE_UNAVAILABLE',
        'Sessions cannot be looked up now; a key in a header works',
        {
          cause: error,
        },
      );
    }
  }
}

function refused(reason: string): WeirError {
  return new WeirError('WEIR_KEY_REFUSED', reason);
}

function notRead(): WeirError {
  return new WeirError('WEIR_DOCUMENTS_UNAVAILABLE', 'The API keys could not be read yet');
}
