import type { Scope } from '@weir/contracts';
import { UCI_9 } from '@weir/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type GatewayUnderTest, startGateway } from '../testing/gateway-under-test.js';
import { JobCatalog } from './job-catalog.js';
import { MOST_OPEN_JOBS } from './job-intake.js';

const CSV = `${UCI_9.columns.map(({ name }) => name).join(',')}\n-1,0,0,0,0,0,0,1,0\n`;

let gateway: GatewayUnderTest;
let admin: string;
let own: string;
let other: string;

async function keyOf(name: string, scopes: readonly Scope[], by?: string): Promise<string> {
  const headers = by === undefined ? {} : { 'x-api-key': by };
  return (await gateway.call('POST', '/v1/keys', { name, scopes }, headers)).json.key;
}

const ask = (key: string, method: string, path: string, csv?: string) =>
  gateway.call(method, path, csv, {
    'x-api-key': key,
    ...(csv === undefined ? {} : { 'content-type': 'text/csv' }),
  });

const idsFor = async (key: string) =>
  (await ask(key, 'GET', '/v1/jobs')).json.jobs.map(({ id }: { id: string }) => id);

beforeAll(async () => {
  gateway = await startGateway();
  admin = await keyOf('admin', ['admin']);
  own = await keyOf('own', ['predict'], admin);
  other = await keyOf('other', ['predict', 'read', 'publish', 'train'], admin);
});
afterAll(() => gateway.close());

it('is for the key it came with, and for administrators: nobody else sees, reads or deletes it', async () => {
  const { id } = (await ask(own, 'POST', '/v1/jobs/predictions/uci-9', CSV)).json;
  expect([await idsFor(own), await idsFor(admin), await idsFor(other)]).toEqual([[id], [id], []]);
  for (const [method, path] of [
    ['GET', `/v1/jobs/${id}`],
    ['GET', `/v1/jobs/${id}/result`],
    ['DELETE', `/v1/jobs/${id}`],
  ] as const)
    expect((await ask(other, method, path)).json.code).toBe('WEIR_NOT_FOUND');
  await expect
    .poll(async () => (await ask(own, 'GET', `/v1/jobs/${id}`)).json.state, { timeout: 10_000 })
    .toBe('succeeded');
  expect((await ask(admin, 'GET', `/v1/jobs/${id}/result`)).status).toBe(200);
  expect((await ask(own, 'DELETE', `/v1/jobs/${id}`)).status).toBe(204);
});

it('takes no more jobs of one key than may wait at once, and those of others all the same', async () => {
  const catalog = new JobCatalog(gateway.backends.documents, gateway.backends.objects);
  const keys = (await ask(admin, 'GET', '/v1/keys')).json.keys as { name: string; id: string }[];
  const keyId = keys.find(({ name }) => name === 'own')?.id ?? '';
  const at = new Date().toISOString();
  for (let each = 0; each < MOST_OPEN_JOBS; each++)
    await catalog.insert({
      id: `waiting-${each}`,
      schema: 'uci-9',
      state: 'queued',
      done: 0,
      total: 0,
      createdAt: at,
      updatedAt: at,
      by: 'own',
      keyId,
      ready: false,
      attempt: 0,
    });
  const refused = await ask(own, 'POST', '/v1/jobs/predictions/uci-9', CSV);
  expect([refused.status, refused.json.code]).toEqual([429, 'WEIR_RATE_LIMITED']);
  expect((await ask(other, 'POST', '/v1/jobs/predictions/uci-9', CSV)).status).toBe(202);
});
