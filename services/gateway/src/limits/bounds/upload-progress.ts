import type { IncomingMessage, ServerResponse } from 'node:http';
import { WeirError } from '@weir/platform';
import type { FastifyInstance } from 'fastify';
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

interface Watched {
  readonly response: ServerResponse;
  bytesRead: number;
  since: number;
}

/**
 * Ends requests whose body stops coming: 408 where nothing was answered yet. An upload may take hours as long as it goes
 * on, and a body that waits for this process to read it is not its sender's fault.
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
      else if (hasMoved(request, state)) state.since = now;
      else if (now - state.since >= stallMs) {
        watched.delete(request);
        cutOff(request, state.response, stallMs);
      }
    }
  };
  const timer = setInterval(look, lookMs).unref();
  server.addHook('onRequest', (request, reply, done) => {
    const { raw } = request;
    if (announcesBody(raw)) {
      const { bytesRead } = raw.socket;
      watched.set(raw, { response: reply.raw, bytesRead, since: performance.now() });
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

function hasMoved(request: IncomingMessage, state: Watched): boolean {
  const { bytesRead } = request.socket;
  if (request.readableLength === 0 && bytesRead - state.bytesRead < PROGRESS_BYTES) return false;
  state.bytesRead = bytesRead;
  return true;
}

function cutOff(request: IncomingMessage, response: ServerResponse, stallMs: number): void {
  const { socket } = request;
  if (response.headersSent) {
    socket.destroy();
    return;
  }
  const detail = `No more of the body came for ${stallMs / 1_000} s`;
  endWithProblem(socket, new WeirError('WEIR_REQUEST_TIMEOUT', detail));
  // Whoever waits for the rest of the body is told that none comes.
  request.destroy();
}
