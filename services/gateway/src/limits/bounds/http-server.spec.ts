import { readEnvironment } from '@weir/platform';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { exchange, openRaw, problemIn, statusOf } from '../testing/raw-connection.js';
import { httpServerOptions, requestId } from './http-server.js';
import { watchUploads } from './upload-progress.js';

let server: FastifyInstance;
let url: string;
let read: string[];

beforeEach(async () => {
  const options = httpServerOptions(readEnvironment({}));
  const http = { ...options.http, headersTimeout: 150, connectionsCheckingInterval: 25 };
  server = Fastify({ ...options, http });
  watchUploads(server, { stallMs: 800, lookMs: 20 });
  read = [];
  server.get('/', async () => 'here');
  server.post('/', async (request) => `${JSON.stringify(request.body).length}`);
  server.post('/small', { bodyLimit: 4_096 }, async () => 'read');
  server.addContentTypeParser('text/csv', (_request, payload, done) => done(null, payload));
  server.post('/csv', async (request) => {
    for await (const chunk of request.body as AsyncIterable<Buffer>) read.push(String(chunk));
    return 'read';
  });
  url = await server.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(() => server.close());

const isUp = async () => (await fetch(url)).status;
const post = (path: string, type: string, length: number) =>
  `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: ${type}\r\ncontent-length: ${length}\r\n\r\n`;

it('gives up on headers that do not come', async () => {
  for (const start of ['', 'GET / HTTP/1.1\r\n', 'GET / HTTP/1.1\r\nhost: x\r\nx-slow: ']) {
    const answer = await exchange(url, start);
    expect(statusOf(answer)).toBe(408);
    expect(problemIn(answer).code).toBe('WEIR_REQUEST_TIMEOUT');
    expect(await isUp()).toBe(200);
  }
});

it('gives up on a body that stops half-way, read whole or as a stream', async () => {
  for (const [path, type] of [
    ['/', 'application/json'],
    ['/csv', 'text/csv'],
  ] as const) {
    const answer = await exchange(url, `${post(path, type, 1_000)}[1,`);
    expect(statusOf(answer)).toBe(408);
    expect(problemIn(answer)).toMatchObject({ code: 'WEIR_REQUEST_TIMEOUT' });
    expect(await isUp()).toBe(200);
  }
});

it('gives up on JSON that comes in drops, however steady', async () => {
  const connection = await openRaw(url);
  connection.send(post('/small', 'application/json', 4_000));
  const drops = setInterval(() => connection.send(' '.repeat(1_100)), 500);
  const answer = await connection.answer;
  clearInterval(drops);
  connection.socket.destroy();
  expect(statusOf(answer)).toBe(408);
  expect(problemIn(answer)).toMatchObject({ code: 'WEIR_REQUEST_TIMEOUT' });
});

it('waits for a slow body as long as it goes on', async () => {
  const part = 'x'.repeat(1_100);
  const connection = await openRaw(url);
  connection.send(post('/csv', 'text/csv', 8 * part.length));
  for (let sent = 0; sent < 8; sent++) {
    // All parts together take longer than a body may stand still.
    await new Promise((resolve) => setTimeout(resolve, 150));
    connection.send(part);
  }
  await new Promise((resolve) => connection.socket.once('data', resolve));
  expect(read.join('')).toHaveLength(8 * part.length);
  connection.socket.destroy();
});

it('gives up on a body that trickles', async () => {
  const connection = await openRaw(url);
  connection.send(post('/csv', 'text/csv', 100_000));
  const trickle = setInterval(() => connection.send('x'), 20);
  const answer = await connection.answer;
  clearInterval(trickle);
  connection.socket.destroy();
  expect(statusOf(answer)).toBe(408);
});

it('refuses headers beyond 16 KiB', async () => {
  const flood = `GET / HTTP/1.1\r\nhost: x\r\n${Array.from({ length: 400 }, (_, index) => `x-${index}: ${'y'.repeat(60)}\r\n`).join('')}\r\n`;
  const answer = await exchange(url, flood);
  expect(statusOf(answer)).toBe(431);
  expect(problemIn(answer).code).toBe('WEIR_HEADERS_TOO_LARGE');
});

it('answers what is not HTTP with a problem, and closes', async () => {
  for (const garbage of ['\x16\x03\x01\x02\0\x01\0', 'hello\r\n\r\n', 'GET / HTTP/9.9\r\n\r\n']) {
    const answer = await exchange(url, garbage);
    expect(statusOf(answer)).toBe(400);
    expect(problemIn(answer).code).toBe('WEIR_REQUEST_INVALID');
  }
  // Behind a whole request in the same packet: the request's answer comes or none, never two in one.
  const answer = await exchange(url, 'GET / HTTP/1.1\r\nhost: x\r\n\r\n\0\0garbage\r\n\r\n');
  expect(answer.split('HTTP/1.1 ').length).toBeLessThanOrEqual(3);
  expect(await isUp()).toBe(200);
});

it('answers a path that cannot be decoded with a problem', async () => {
  const answer = await exchange(url, 'GET /%zz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n');
  expect(statusOf(answer)).toBe(400);
  expect(answer).toContain('application/problem+json');
  expect(problemIn(answer).code).toBe('WEIR_REQUEST_INVALID');
});

it('takes a request id over where it can stand in a log', () => {
  expect(requestId({ headers: { 'x-request-id': 'trace-1234' } })).toBe('trace-1234');
  for (const bad of ['short', 'with space 12', 'x'.repeat(129), 'line\nbreak-12', '<script>12'])
    expect(requestId({ headers: { 'x-request-id': bad } })).toMatch(/^[0-9a-f-]{36}$/);
});
