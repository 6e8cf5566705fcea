import { Metrics } from '@weir/platform';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { boundRequests } from './request-slots.js';

let server: FastifyInstance;
let url: string;
let metrics: Metrics;
let answer: () => void;
let started: Promise<void>;

beforeEach(async () => {
  metrics = new Metrics();
  server = Fastify();
  boundRequests(server, { maxRequests: 2, metrics });
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  let both: () => void = () => undefined;
  started = new Promise<void>((resolve) => {
    both = resolve;
  });
  let count = 0;
  server.get('/slow', async () => {
    if (++count === 2) both();
    await answered;
    return 'done';
  });
  server.get('/health/live', async () => 'live');
  server.get('/stream', { config: { stream: true } as object }, async () => 'stream');
  url = await server.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(() => server.close());

const underWay = async () => /under_way (\d)/.exec(await metrics.registry.metrics())?.[1];

it('turns away what is beyond the bound, but neither probes nor streams', async () => {
  const slow = [fetch(`${url}/slow`), fetch(`${url}/slow`)];
  await started;
  const refused = await fetch(`${url}/slow`);
  expect(refused.status).toBe(500);
  expect(refused.headers.get('retry-after')).toBe('1');
  expect(await refused.text()).toContain('WEIR_OVERLOADED');
  for (const path of ['/health/live', '/stream']) expect((await fetch(`${url}${path}`)).status).toBe(200);
  expect(await underWay()).toBe('2');
  answer();
  expect((await Promise.all(slow)).map(({ status }) => status)).toEqual([200, 200]);
  expect((await fetch(`${url}/slow`)).status).toBe(200);
});

it('keeps places from a route that hangs, for the others', async () => {
  const wide = Fastify();
  boundRequests(wide, { maxRequests: 8, metrics: new Metrics() });
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  wide.get('/hangs', async () => ended.then(() => 'done'));
  wide.get('/other', async () => 'other');
  const place = await wide.listen({ host: '127.0.0.1', port: 0 });
  const asked = Array.from({ length: 8 }, () => fetch(`${place}/hangs`));
  const refused = await Promise.race(asked);
  expect(await refused.text()).toContain('7 requests of this route are under way');
  expect((await fetch(`${place}/other`)).status).toBe(200);
  end();
  const all = (await Promise.all(asked)).map(({ status }) => status);
  expect(all.filter((status) => status === 200)).toHaveLength(7);
  await wide.close();
});

it('gives a place back whose client went away', async () => {
  const leaving = new AbortController();
  const slow = [0, 1].map(() => fetch(`${url}/slow`, { signal: leaving.signal }).catch(() => undefined));
  await started;
  expect(await underWay()).toBe('2');
  leaving.abort();
  await Promise.all(slow);
  await expect.poll(underWay).toBe('0');
  answer();
});
