import { type Logger, WeirError } from '@weir/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { digestUpload } from '../http/upload.js';
import { principalOf } from '../security/principal.js';
import { digestOfJson, digestOfUpload, isStreamed } from './body-digest.js';
import { idempotencyKeyOf } from './idempotency-key.js';
import { ABANDONED_MS, type Claim, type IdempotencyStore, type KeptAnswer } from './idempotency-store.js';
import { isIdempotent } from './idempotent.js';

const KEPT_HEADERS = ['content-type', 'location', 'etag'] as const;
const CLAIM = Symbol('claim');

/** A request under way that holds its key. */
interface Held {
  readonly claim: Claim;
  /** Of a streamed body; complete once it was read. */
  readonly digest: () => string | undefined;
  readonly renewing: NodeJS.Timeout;
}

interface Holding {
  [CLAIM]?: Held;
}

/**
 * Carries out requests with an `Idempotency-Key` once (draft-ietf-httpapi-idempotency-key-header-07). What succeeded is
 * kept before it is answered. To be called after the access guard, and before answers are compressed.
 */
export function makeIdempotent(server: FastifyInstance, store: IdempotencyStore, logger: Logger): void {
  server.addHook('preHandler', (request, reply, done) => {
    const header = request.headers['idempotency-key'];
    if (header === undefined || !isIdempotent(request.routeOptions.config)) return done();
    // A reply that was sent here ends the request: `done` is not called.
    void begin(store, request, reply, String(header)).then((goesOn) => {
      if (goesOn) done();
    }, done);
  });
  server.addHook('onSend', (request, reply, payload: unknown, done) => {
    const held = (request as FastifyRequest & Holding)[CLAIM];
    if (held === undefined) return done(null, payload);
    (request as FastifyRequest & Holding)[CLAIM] = undefined as never;
    clearInterval(held.renewing);
    settle(store, held, keptAnswer(reply, payload)).then(
      () => done(null, payload),
      (error: unknown) => {
        // The work is done: that its answer cannot be kept is no reason to withhold it.
        logger.warn(
          { err: error, requestId: request.id },
          'an answer could not be kept for its Idempotency-Key',
        );
        done(null, payload);
      },
    );
  });
}

/** Whether the request is to be carried out; else it was answered. */
async function begin(
  store: IdempotencyStore,
  request: FastifyRequest,
  reply: FastifyReply,
  header: string,
): Promise<boolean> {
  const key = idempotencyKeyOf(header);
  const { kind, keyId, name } = principalOf(request);
  const streamed = isStreamed(request);
  const claimed = await store.claim({
    principal: `${kind === 'open' ? 'open' : 'key'}:${keyId ?? name}`,
    key,
    target: `${request.method} ${request.url}`,
    digest: streamed ? undefined : digestOfJson(request.body),
  });
  switch (claimed.kind) {
    case 'mine':
      hold(store, request, reply, claimed.claim);
      return true;
    case 'running':
      reply.header('retry-after', '2');
      throw new WeirError('WEIR_IDEMPOTENCY_RUNNING', 'A request with this Idempotency-Key is under way');
    case 'reused':
      throw reused();
    case 'answered':
      if (streamed && (await digestOfUpload(request)) !== claimed.digest) throw reused();
      await replay(reply, claimed.answer);
      return false;
  }
}

function hold(store: IdempotencyStore, request: FastifyRequest, reply: FastifyReply, claim: Claim): void {
  const digest = isStreamed(request) ? digestUpload(request) : () => undefined;
  const renew = () => void store.renew(claim).catch(() => undefined);
  const renewing = setInterval(renew, ABANDONED_MS / 3).unref();
  // Whoever is cut off stops saying so: the key comes free after a while.
  reply.raw.once('close', () => clearInterval(renewing));
  (request as FastifyRequest & Holding)[CLAIM] = { claim, digest, renewing };
}

async function settle(
  store: IdempotencyStore,
  { claim, digest }: Held,
  answer: KeptAnswer | undefined,
): Promise<void> {
  if (answer === undefined) await store.release(claim);
  else await store.finish(claim, answer, digest());
}

/** Only what succeeded: a refusal changed nothing, and the next attempt may fare better. */
function keptAnswer(reply: FastifyReply, payload: unknown): KeptAnswer | undefined {
  if (reply.statusCode < 200 || reply.statusCode > 299 || typeof payload !== 'string') return undefined;
  const headers = KEPT_HEADERS.map((name) => [name, reply.getHeader(name)] as const);
  const given = headers
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, String(value)]);
  return { status: reply.statusCode, headers: Object.fromEntries(given), body: payload };
}

async function replay(reply: FastifyReply, { status, headers, body }: KeptAnswer): Promise<void> {
  await reply
    .status(status)
    .headers({ ...headers, 'idempotency-replayed': 'true' })
    .send(body);
}

function reused(): WeirError {
  return new WeirError('WEIR_IDEMPOTENCY_REUSED', 'The Idempotency-Key came with another request before');
}
