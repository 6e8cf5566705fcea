import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { isAnswering } from './raw-problem.js';

/** How long an answer may lie ready without its reader taking any of it. */
export const UNREAD_MS = 60_000;

/**
 * Closes connections whose reader takes nothing of a waiting answer: each would hold its place among the requests under
 * way for ever. Node tells of connections on which nothing moved for the server's `connectionTimeout`; an answer that is
 * still being made is no reason to close one.
 */
export function cutOffSlowReaders(server: FastifyInstance, unreadMs = UNREAD_MS): void {
  server.server.on('timeout', (socket: Socket) => {
    if (isAnswering(socket) && socket.writableLength === 0) socket.setTimeout(unreadMs);
    else socket.destroy();
  });
}
