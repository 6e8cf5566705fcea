import { promisify } from 'node:util';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openRaw } from '../testing/raw-connection.js';
import { cutOffSlowReaders } from './slow-readers.js';

let server: FastifyInstance;
let url: string;
let slow: () => void;

beforeEach(async () => {
  server = Fastify({ connectionTimeout: 100, keepAliveTimeout: 60_000 });
  cutOffSlowReaders(server, 100);
  const made = new Promise<void>((resolve) => {
    slow = resolve;
  });
  server.get('/large', async () => Buffer.alloc(64_000_000));
  server.get('/slow', async () => {
    await made;
    return 'made';
  });
  url = await server.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(() => server.close());

const connections = () => promisify(server.server.getConnections.bind(server.server))();

it('closes a connection whose answer nobody takes', async () => {
  const { socket, send } = await openRaw(url);
  socket.pause();
  send('GET /large HTTP/1.1\r\nhost: x\r\n\r\n');
  await expect.poll(connections).toBe(1);
  await expect.poll(connections, { timeout: 10_000 }).toBe(0);
  socket.destroy();
});

it('waits for an answer that takes long to make', async () => {
  const asked = fetch(`${url}/slow`);
  // Several times as long as an answer may lie unread.
  await new Promise((resolve) => setTimeout(resolve, 500));
  slow();
  expect(await (await asked).text()).toBe('made');
});
