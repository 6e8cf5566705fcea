import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isWeirError } from '../errors/index.js';
import type { Logger } from '../logging/index.js';
import { problemOf } from './problem.js';

/** Answers every failed HTTP request with `application/problem+json`; logs what was not the client's fault. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    // A failed event is its transport's matter: it hands the records over again.
    if (host.getType() !== 'http') throw error;
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = { ...problemOf(error), instance: request.url.split('?')[0] };
    if (problem.status >= 500) {
      if (isCutOff(request)) this.logger.info({ requestId: request.id }, 'the client went away');
      else this.#log(error, { requestId: request.id, code: problem.code });
    }
    if (reply.sent || reply.raw.headersSent) {
      // A stream was under way: cutting the connection is the only honest end.
      reply.raw.destroy();
      return;
    }
    readAway(request);
    if (problem.status === 503) reply.header('retry-after', '2');
    reply
      .status(problem.status)
      .header('content-type', 'application/problem+json')
      .send(JSON.stringify(problem));
  }

  /** What passes by itself (no model yet, a server away) is no fault of the code: its stack would only alarm. */
  #log(error: unknown, context: { readonly requestId: string; readonly code: string }): void {
    if (isWeirError(error) && error.transient)
      this.logger.warn({ ...context, reason: error.message }, 'request failed');
    else this.logger.error({ err: error, ...context }, 'request failed');
  }
}

/** Whether the body ended before its end: that it could not be read is no fault of ours. */
function isCutOff({ raw }: FastifyRequest): boolean {
  return raw.destroyed && !raw.complete;
}

/** The rest of a body that was given up half-way would stand before the connection's next request. */
function readAway({ raw }: FastifyRequest): void {
  if (!raw.complete) raw.unpipe().resume();
}
