import type { IncomingMessage, ServerResponse } from 'node:http';
import { WeirError } from '@weir/platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { mediaTypeOf } from '../../http/route-rules.js';
import { endWithProblem } from './raw-problem.js';

export interface UploadProgressOptions {
  /** How long a body may make no progress. */
  readonly stallMs?: number;
  /** Between two looks at all bodies. */
  readonly lookMs?: number;
}

/** Bytes that count as progress: less in {@link STALL_MS} is a client that only holds the connection. */
const PROGRESS_BYTES = 1_024;
export const STALL_MS = 30_000;
/** Slower, a body that is read whole only holds a place among the requests under way: anybody may send one to sign in. */
const SLOWEST_BYTES_PER_SECOND = 16_384;

interface Watched {
  readonly response: ServerResponse;
  /** When all of it must be there; never for bodies that are read as they come. */
  readonly dueAt: number;
  bytesRead: number;
  since: number;
}

/**
 * Ends requests whose body stops coming: 408 where nothing was answered yet. An upload may take hours as long as it goes
 * on, and a body that waits for this process to read it is not its sender's fault. JSON, which is read whole, has the time
 * that its route's largest body would take.
 */
export function watchUploads(
  server: FastifyInstance,
  { stallMs = STALL_MS, lookMs = Math.min(1_000, stallMs / 4) }: UploadProgressOptions = {},
): void {
  const watched = new Map<IncomingMessage, Watched>();
  const look = (): void => {
    const now = performance.now();
    for (const [request, state] of watched) {
      if (request.complete || request.destroyed) watched.delete(request);
      else if (now < state.dueAt && hasMoved(request, state)) state.since = now;
      else if (now >= Math.min(state.dueAt, state.since + stallMs)) {
        watched.delete(request);
        const why =
          now < state.dueAt ? `No more of the body came for ${stallMs / 1_000} s` : 'It took too long';
        cutOff(request, state.response, why);
      }
    }
  };
  const timer = setInterval(look, lookMs).unref();
  server.addHook('onRequest', (request, reply, done) => {
    const { raw } = request;
    if (announcesBody(raw)) {
      const { bytesRead } = raw.socket;
      const since = performance.now();
      watched.set(raw, { response: reply.raw, dueAt: since + timeFor(request, stallMs), bytesRead, since });
    }
    done();
  });
  server.addHook('onResponse', (request, _reply, done) => {
    if (request.raw.complete) watched.delete(request.raw);
    done();
  });
  server.addHook('onClose', async () => clearInterval(timer));
}

function announcesBody({ headers }: IncomingMessage): boolean {
  const length = headers['content-length'];
  return headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0');
}

/** Milliseconds. */
function timeFor(request: FastifyRequest, stallMs: number): number {
  if (mediaTypeOf(request) !== 'application/json') return Number.POSITIVE_INFINITY;
  return stallMs + (1_000 * request.routeOptions.bodyLimit) / SLOWEST_BYTES_PER_SECOND;
}

function hasMoved(request: IncomingMessage, state: Watched): boolean {
  const { bytesRead } = request.socket;
  if (request.readableLength === 0 && bytesRead - state.bytesRead < PROGRESS_BYTES) return false;
  state.bytesRead = bytesRead;
  return true;
}

function cutOff(request: IncomingMessage, response: ServerResponse, detail: string): void {
  const { socket } = request;
  if (response.headersSent) {
    socket.destroy();
    return;
  }
  endWithProblem(socket, new WeirError('WEIR_REQUEST_TIMEOUT', detail));
  // Whoever waits for the rest of the body is told that none comes.
  request.destroy();
}
