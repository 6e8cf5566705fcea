import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Lets the server close as soon as its last request is answered. Node waits for connections on which nothing was ever
 * asked (browsers open such ones in advance) and for those kept alive after an answer, a minute or more.
 */
export function drainConnections(server: FastifyInstance): void {
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
  });
}
