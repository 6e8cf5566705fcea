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
