import { connect } from 'node:net';
import { promisify } from 'node:util';
import { type FastifyInstance, fastify } from 'fastify';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EventStream } from '../testing/event-stream.js';
import { SseConnection } from './sse-connection.js';
import { eventFrame, heartbeatFrame, openingFrame } from './sse-frames.js';

const BOUNDS = {
  mostBehind: 8_000_000,
  farBehind: 100_000,
  patienceMs: 5_000,
  longestStallMs: 60_000,
  farewellMs: 50,
};
/** More than the kernel takes for a socket that nobody reads. */
const FLOOD = Buffer.alloc(16_000_000, 'x');

let server: FastifyInstance;
let url: string;
const opened: SseConnection[] = [];
const cut = vi.fn();
beforeEach(async () => {
  server = fastify();
  server.addHook('onRequest', async (_request, reply) => void reply.header('x-set-by-a-hook', 'yes'));
  server.get('/', (_request, reply) => void opened.push(new SseConnection(reply, BOUNDS, cut)));
  url = await server.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(async () => {
  cut.mockClear();
  for (const connection of opened.splice(0)) connection.destroy();
  await server.close();
});

async function connection(): Promise<SseConnection> {
  return vi.waitFor(() => {
    const [first] = opened;
    if (first === undefined) throw new Error('not asked yet');
    return first;
  }, 5_000);
}

/** Asks, and reads nothing. */
async function deaf(): Promise<SseConnection> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.on('error', () => undefined).pause();
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  return connection();
}

describe('SseConnection', () => {
  it('sends frames as they are, with the headers of the hooks, and ends in order', async () => {
    const stream = await EventStream.open(url);
    const sender = await connection();
    sender.send(openingFrame('7'));
    sender.send(heartbeatFrame());
    sender.send(eventFrame({ event: 'stats', id: '8', data: { text: 'a\nb' } }));
    const closed = vi.fn();
    sender.onClose(closed);
    sender.end('finished');
    await stream.closed();
    expect(stream.headers['x-set-by-a-hook']).toBe('yes');
    expect(stream.text).toBe(
      'retry: 2000\nid: 7\n\n: heartbeat\n\nevent: stats\nid: 8\ndata: {"text":"a\\nb"}\n\nevent: end\ndata: {"reason":"finished"}\n\n',
    );
    expect([closed.mock.calls.length, sender.isOpen, sender.send(heartbeatFrame())]).toEqual([
      1,
      false,
      false,
    ]);
  });

  // Regression: a listener whose key was revoked kept its socket, and could read on slowly for as long as it liked.
  it('cuts off who does not read the end', async () => {
    const sender = await deaf();
    expect(sender.send(FLOOD.subarray(0, BOUNDS.mostBehind))).toBe(false);
    expect(sender.isOpen).toBe(true);
    sender.end('revoked');
    await vi.waitFor(
      async () => expect(await promisify(server.server.getConnections.bind(server.server))()).toBe(0),
      5_000,
    );
  });

  it('cuts off at once who is behind by more than the bound', async () => {
    const sender = await deaf();
    const closed = vi.fn();
    sender.onClose(closed);
    expect(sender.send(FLOOD)).toBe(false);
    expect([sender.isOpen, cut.mock.calls.length, closed.mock.calls.length]).toEqual([false, 1, 1]);
  });

  it('knows who stays far behind for too long', async () => {
    const sender = await deaf();
    for (let sent = 0; sender.behind <= BOUNDS.farBehind && sent < 200; sent += 1) {
      sender.send(FLOOD.subarray(0, 150_000));
      await new Promise((resolve) => setImmediate(resolve));
    }
    const now = Date.now();
    expect(sender.isOpen).toBe(true);
    expect(sender.isSlow(now)).toBe(false);
    expect(sender.isSlow(now + 4_999)).toBe(false);
    expect(sender.isSlow(now + 5_000)).toBe(true);
  });

  it('is told when its listener has gone, and calls back late comers at once', async () => {
    const stream = await EventStream.open(url);
    const sender = await connection();
    stream.close();
    await vi.waitFor(() => expect(sender.isOpen).toBe(false), 5_000);
    const late = vi.fn();
    sender.onClose(late);
    expect(late).toHaveBeenCalledOnce();
  });
});
