import type { Scope } from '@weir/contracts';
import { UCI_9 } from '@weir/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type GatewayUnderTest, startGateway } from '../testing/gateway-under-test.js';

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
