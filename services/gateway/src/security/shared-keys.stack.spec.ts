import { randomUUID } from 'node:crypto';
import type { Backends, RunningService } from '@weir/platform';
import { MongoDocuments, RedisCache } from '@weir/platform/adapters';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type GatewayUnderTest, startGateway } from '../testing/gateway-under-test.js';
import { type RawAnswer, rawRequest } from '../testing/raw-request.js';
import { startReplica } from '../testing/replica.js';

const uri = process.env.MONGODB_URI ?? '';
const redis = process.env.REDIS_URL ?? '';
if (uri === '' || redis === '') throw new Error('MONGODB_URI and REDIS_URL are not set.');
const name = `weir_keys_${randomUUID().slice(0, 8)}`;
const PATIENT = { timeout: 60_000, interval: 100 };

let base: GatewayUnderTest;
const backends: Backends[] = [];
const replicas: RunningService[] = [];

beforeAll(async () => {
  base = await startGateway({ WEIR_RATE_LIMIT: '0', WEIR_RATE_LIMIT_ADDRESS: '0' });
  for (let replica = 0; replica < 2; replica++) {
    const documents = new MongoDocuments({ uri, database: name });
    const cache = new RedisCache({ url: redis, prefix: `${name}:` });
    const own = { ...base.backends, documents, cache };
    backends.push(own);
    replicas.push(await startReplica({ environment: base.environment, backends: own }));
  }
});
afterAll(async () => {
  await Promise.all(replicas.map((each) => each.close()));
  await Promise.all(backends.flatMap(({ documents, cache }) => [documents.close(), cache.close()]));
  await base.close();
  const client = new MongoClient(uri);
  await client.db(name).dropDatabase();
  await client.close();
});

function call(
  replica: number,
  method: string,
  path: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: object } = {},
): Promise<RawAnswer> {
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  const url = `${replicas[replica]?.url}${path}`;
  return rawRequest(
    method,
    url,
    { ...type, ...headers },
    body === undefined ? undefined : JSON.stringify(body),
  );
}

const bearer = (key: string) => ({ headers: { authorization: `Bearer ${key}` } });
const answers = (replica: number, status: number, options: Parameters<typeof call>[3] = {}) =>
  vi.waitFor(
    async () => expect((await call(replica, 'GET', '/v1/runs', options)).status).toBe(status),
    PATIENT,
  );

describe('two replicas over MongoDB and Redis', () => {
  it('close with the first key, share sessions, and both refuse what one revoked', async () => {
    await answers(1, 200);
    const made = await call(0, 'POST', '/v1/keys', { body: { name: 'ann', scopes: ['admin'] } });
    const admin = JSON.parse(made.text).key;
    await answers(0, 401);
    await answers(1, 401);
    await answers(1, 200, bearer(admin));
    const order = { name: 'page', scopes: ['read'] };
    const { id, key } = JSON.parse(
      (await call(0, 'POST', '/v1/keys', { ...bearer(admin), body: order })).text,
    );
    const signedIn = await call(0, 'POST', '/v1/session', { body: { key } });
    const [cookie = ''] = (signedIn.headers['set-cookie']?.[0] ?? '').split(';');
    await answers(1, 200, { headers: { cookie } });
    await answers(1, 200, bearer(key));
    expect((await call(1, 'DELETE', `/v1/keys/${id}`, bearer(admin))).status).toBe(204);
    await answers(0, 401, bearer(key));
    await answers(0, 401, { headers: { cookie } });
    const { entries } = JSON.parse((await call(0, 'GET', '/v1/audit', bearer(admin))).text);
    expect(entries.map(({ by, action }: Record<string, string>) => [by, action])).toEqual([
      ['ann', 'key.revoke'],
      ['ann', 'key.create'],
      ['gateway', 'key.create'],
    ]);
  });
});
