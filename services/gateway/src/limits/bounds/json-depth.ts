import { WeirError } from '@weir/platform';
import type { FastifyInstance } from 'fastify';

/** Deeper than any request is, and shallow enough for what walks it recursively. */
export const MAX_JSON_DEPTH = 32;

/** Refuses JSON that is nested deeper than anything asks for: validation would run out of stack. */
export function boundJsonDepth(server: FastifyInstance): void {
  server.addHook('preValidation', (request, _reply, done) => {
    if (!isPlain(request.body) || !isDeeperThan(request.body, MAX_JSON_DEPTH)) return done();
    done(new WeirError('WEIR_REQUEST_INVALID', `The JSON is nested deeper than ${MAX_JSON_DEPTH} levels`));
  });
}

/** Parsed JSON, no stream: those are not walked. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === Array.prototype || prototype === null;
}

function isDeeperThan(value: object, levels: number): boolean {
  if (levels === 0) return true;
  const members: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  for (const member of members) {
    if (typeof member === 'object' && member !== null && isDeeperThan(member, levels - 1)) return true;
  }
  return false;
}
