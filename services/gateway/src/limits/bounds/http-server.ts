import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { type Environment, problemOf, WeirError } from '@weir/platform';
import type { FastifyHttpOptions, FastifyReply, FastifyRequest } from 'fastify';
import { endWithProblem, isAnswering } from './raw-problem.js';
import { UNREAD_MS } from './slow-readers.js';

/** Request line and headers together. */
export const MAX_HEADER_BYTES = 16 * 1_024;
/** From a connection's start, or the end of the request before, to the last header. */
export const HEADERS_MS = 15_000;
/** Longer than load balancers keep theirs, which must close first. */
const KEEP_ALIVE_MS = 75_000;
const REQUEST_ID = /^[A-Za-z0-9._:-]{8,128}$/;

/** What the gateway's HTTP server is made with. */
export function httpServerOptions({ trustProxy }: Environment): FastifyHttpOptions<Server> {
  return {
    ...(trustProxy.length === 0 ? {} : { trustProxy }),
    http: {
      maxHeaderSize: MAX_HEADER_BYTES,
      headersTimeout: HEADERS_MS,
      connectionsCheckingInterval: 1_000,
    },
    keepAliveTimeout: KEEP_ALIVE_MS,
    connectionTimeout: UNREAD_MS,
    // Uploads may take long: what is bounded is how long they make no progress.
    requestTimeout: 0,
    genReqId: requestId,
    clientErrorHandler: answerNoRequest,
    frameworkErrors: answerNoRoute,
  };
}

/** The client's own `X-Request-Id` where it can stand in a log; a new one else. */
export function requestId({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
}

function answerNoRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  // Another answer is under way: one in its middle would only garble it.
  if (error.code === 'ECONNRESET' || !socket.writable || isAnswering(socket)) {
    socket.destroy();
    return;
  }
  endWithProblem(socket, problemOfConnection(error));
}

function problemOfConnection({ code }: NodeJS.ErrnoException): WeirError {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new WeirError('WEIR_REQUEST_TIMEOUT', `The headers did not come within ${HEADERS_MS / 1_000} s`);
    case 'HPE_HEADER_OVERFLOW':
      return new WeirError('WEIR_HEADERS_TOO_LARGE', `They are larger than ${MAX_HEADER_BYTES} bytes`);
    default:
      return new WeirError('WEIR_REQUEST_INVALID', 'This is not HTTP/1.1');
  }
}

/** For a path that cannot be decoded, or with too long a part: no route, so none of the routes' hooks. */
function answerNoRoute(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error);
  const body = JSON.stringify({ ...problem, instance: request.url.split('?')[0] });
  const headers = {
    'content-type': 'application/problem+json',
    'content-length': Buffer.byteLength(body),
    'x-request-id': request.id,
  };
  reply.raw.writeHead(problem.status, headers).end(body);
}
