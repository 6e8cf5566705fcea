import { randomUUID } from 'node:crypto';
import { createLogger, Metrics } from '@weir/platform';
import { RedisCache } from '@weir/platform/adapters';
import { startTcpProxy, type TcpProxy, tcpTargetOf } from '@weir/platform/testing';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setPrincipal } from '../../security/principal.js';
import { RateLimits } from './rate-limits.js';

const url = process.env.REDIS_URL ?? '';
if (url === '') throw new Error('REDIS_URL is not set: give the tests a Redis.');

let proxy: TcpProxy;
let prefix: string;
const opened: { server: FastifyInstance; cache: RedisCache }[] = [];

beforeEach(async () => {
  proxy = await startTcpProxy(tcpTargetOf(url, 6_379));
  prefix = `weir-rates-${randomUUID().slice(0, 8)}:`;
});
afterEach(async () => {
  for (const { server, cache } of opened.splice(0)) {
    await server.close();
    await cache.close();
  }
  await proxy.close();
});

/** A gateway's worth of limits in front of one route, for one key. */
async function startReplica(fallback: 'local' | 'allow' | 'refuse', log: string[] = []): Promise<string> {
  const cache = new RedisCache({ url: `redis://127.0.0.1:${proxy.port}`, prefix });
  const server = Fastify();
  const logger = createLogger({
    service: 'test',
    level: 'info',
    destination: { write: (line) => log.push(line) },
  });
  server.addHook('onRequest', (request, _reply, done) => {
    setPrincipal(request, { kind: 'key', name: 'one', keyId: 'one', scopes: ['read'] });
    done();
  });
  const environment = { rateLimit: 1, rateLimitBurst: 100, rateLimitAddress: 1, rateLimitFallback: fallback };
  new RateLimits({ environment, cache, logger, metrics: new Metrics() }).limit(server);
  server.get('/', { config: { access: 'read' } as object }, async () => 'ok');
  opened.push({ server, cache });
  await cache.check();
  return server.listen({ host: '127.0.0.1', port: 0 });
}

const ask = async (replica: string) => (await fetch(replica)).ok;
const allowedOf = async (replicas: readonly string[], requests: number) => {
  const answers = await Promise.all(
    Array.from({ length: requests }, (_, index) => ask(replicas[index % replicas.length] ?? '')),
  );
  return answers.filter(Boolean).length;
};

describe('replicas that share a Redis', () => {
  it('let a key together have what one bucket gives', async () => {
    const replicas = await Promise.all([1, 2, 3].map(() => startReplica('local')));
    const before = Date.now();
    const allowed = await allowedOf(replicas, 400);
    // The bucket's hundred, and one more for each second that this took.
    expect(allowed).toBeLessThanOrEqual(101 + (Date.now() - before) / 1_000);
    expect(allowed).toBeGreaterThanOrEqual(95);
  });

  it('limit by themselves while it is away, and together again afterwards', async () => {
    const log: string[] = [];
    const replica = await startReplica('local', log);
    expect(await allowedOf([replica], 300)).toBeLessThanOrEqual(110);
    await proxy.cut();
    // A bucket of its own, full at first.
    const alone = await allowedOf([replica], 300);
    expect(alone).toBeLessThanOrEqual(110);
    await expect.poll(() => ask(replica), { timeout: 10_000 }).toBe(true);
    await proxy.restore();
    await expect.poll(() => log.length, { timeout: 10_000 }).toBe(2);
    expect(log.map((line) => JSON.parse(line).msg)).toEqual([
      'the cache is away: rate limits are not shared',
      'the cache is back: rate limits are shared again',
    ]);
  });

  it('keep nobody waiting for one that hangs', async () => {
    const replica = await startReplica('allow');
    proxy.freeze();
    // Were each to wait for it, they would outlast the test; the unit test counts who waits.
    for (let request = 0; request < 200; request++) expect(await ask(replica)).toBe(true);
  });

  it('refuse where they were told to', async () => {
    const replica = await startReplica('refuse');
    await proxy.cut();
    expect(await allowedOf([replica], 20)).toBe(0);
  });
});
