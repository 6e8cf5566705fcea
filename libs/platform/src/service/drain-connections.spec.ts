import { connect } from 'node:net';
import { fastify } from 'fastify';
import { expect, it } from 'vitest';
import { drainConnections } from './drain-connections.js';

it('closes at once though a browser holds a connection on which it asked nothing', async () => {
  const server = fastify();
  drainConnections(server);
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  const silent = connect(Number(new URL(url).port), '127.0.0.1');
  await new Promise((resolve) => silent.once('connect', resolve));
  const closed = new Promise((resolve) => silent.once('close', resolve));
  await server.close();
  await closed;
});

it('answers what was asked before it closed, then ends the connection', async () => {
  const server = fastify();
  drainConnections(server);
  let finish: () => void = () => {};
  const asked = new Promise<void>((started) => {
    server.get('/', async () => {
      started();
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return 'done';
    });
  });
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  const answer = fetch(url);
  await asked;
  const closed = server.close();
  finish();
  expect(await (await answer).text()).toBe('done');
  await closed;
});

it('waits no longer than it was given for an upload that does not end', async () => {
  const server = fastify();
  drainConnections(server, 50);
  let failure: unknown;
  const begun = new Promise<void>((started) => {
    server.addContentTypeParser('text/csv', (_request, payload, done) => done(null, payload));
    server.post('/', async ({ body }) => {
      started();
      try {
        for await (const _ of body as AsyncIterable<Buffer>);
      } catch (error) {
        failure = error;
      }
      return 'read';
    });
  });
  const { port } = new URL(await server.listen({ port: 0, host: '127.0.0.1' }));
  const client = connect(Number(port), '127.0.0.1').on('error', () => undefined);
  client.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-type: text/csv\r\ncontent-length: 1000\r\n\r\na,b\n');
  await begun;
  await server.close();
  await expect.poll(() => failure).toMatchObject({ code: 'ECONNRESET' });
});
