import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** What requests under way may take to be answered once the server closes, in milliseconds. */
const DRAIN_MS = 10_000;

/**
 * Lets the server close as soon as its last request is answered. Node waits for connections on which nothing was ever
 * asked (browsers open such ones in advance) and for those kept alive after an answer, a minute or more; and for ever for
 * an upload that goes on, or an answer that is read slowly: those are cut off after `drainMs`.
 */
export function drainConnections(server: FastifyInstance, drainMs = DRAIN_MS): void {
  const requests = new Map<Socket, number>();
  let closing = false;
  server.server.on('connection', (socket: Socket) => {
    requests.set(socket, 0);
    socket.once('close', () => requests.delete(socket));
  });
  const count = (socket: Socket, change: number): void => {
    const open = (requests.get(socket) ?? 0) + change;
    if (requests.has(socket)) requests.set(socket, open);
    if (closing && open <= 0) socket.destroySoon();
  };
  server.addHook('onRequest', async (request, reply) => {
    const { socket } = request.raw;
    count(socket, 1);
    reply.raw.once('close', () => count(socket, -1));
  });
  server.addHook('preClose', async () => {
    closing = true;
    for (const [socket, open] of requests) if (open === 0) socket.destroy();
    setTimeout(() => {
      for (const socket of requests.keys()) socket.destroy();
    }, drainMs).unref();
  });
}
