import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  CACHE,
  type Cache,
  CONFIG,
  type Environment,
  LOGGER,
  type Logger,
  METRICS,
  type Metrics,
  READINESS,
  type Readiness,
} from '@weir/platform';
import type { FastifyInstance } from 'fastify';
import { tagAnswers } from './http/conditional/tagged.js';
import { answerMethodNotAllowed } from './http/method-not-allowed.js';
import { observeRequests } from './http/observation.js';
import { RequestValidation } from './http/request-validation.js';
import { enforceBodyRules } from './http/route-rules.js';
import { MULTIPART_LIMITS } from './http/upload.js';
import { makeIdempotent } from './idempotency/idempotency.js';
import { IdempotencyStore } from './idempotency/idempotency-store.js';
import { boundServer } from './limits/bound-server.js';
import { RateLimits } from './limits/rates/rate-limits.js';
import { openApiDocument } from './openapi/document.js';
import { DocumentHolder } from './openapi/document-holder.js';
import { identifyCallers, refuseStrangers } from './security/access-guard.js';
import { Authenticator } from './security/authenticator.js';
import { guardAgainstBrowsers } from './security/browser-guard.js';
import { requireDeclaredAccess } from './security/declared-access.js';
import { checkExposure } from './security/exposure.js';
import { KeyRing } from './security/keys/key-ring.js';
import { isLoopback } from './security/loopback.js';

/** What the gateway adds to a service before it listens. Throws `WEIR_CONFIG_INVALID` where it would be open to strangers. */
export async function configureGateway(app: NestFastifyApplication): Promise<void> {
  const environment = app.get<Environment>(CONFIG);
  const keys = app.get(KeyRing);
  await keys.refresh();
  checkExposure(environment, keys, app.get<Logger>(LOGGER));
  const readiness = app.get<Readiness>(READINESS);
  readiness.require(keys);
  // Without the cache replicas limit each by itself, and keys go on: all of them unready at once would be worse.
  if (environment.rateLimitFallback !== 'refuse') readiness.spare('cache');
  // What needs one of these is answered 503; the page and the other routes go on.
  for (const name of ['inference', 'bus', 'objects']) readiness.spareOnceSeen(name);
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  requireDeclaredAccess(server);
  const metrics = app.get<Metrics>(METRICS);
  observeRequests(server, metrics);
  tagAnswers(server);
  makeIdempotent(server, app.get(IdempotencyStore), app.get<Logger>(LOGGER));
  await boundServer(server, { environment, metrics });
  guardAgainstBrowsers(server, {
    loopbackOnly: isLoopback(environment.host),
    allowedOrigins: environment.corsOrigins,
  });
  answerMethodNotAllowed(server);
  const rates = new RateLimits({
    environment,
    metrics,
    cache: app.get<Cache>(CACHE),
    logger: app.get<Logger>(LOGGER),
  });
  rates.limitSessions(server);
  identifyCallers(server, app.get(Authenticator));
  rates.limit(server);
  refuseStrangers(server);
  enforceBodyRules(server);
  await app.register(multipart, { limits: MULTIPART_LIMITS });
  app.useGlobalPipes(new RequestValidation());
  app.get(DocumentHolder).provide(() => openApiDocument(app));
}
