import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { UCI_9 } from '@weir/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type GatewayUnderTest, startGateway } from '../testing/gateway-under-test.js';

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

/** `fetch` unpacks by itself. */
function raw(
  path: string,
  accept?: string,
  csv?: string,
): Promise<{ headers: NodeJS.Dict<string | string[]>; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const headers = {
      ...(accept === undefined ? {} : { 'accept-encoding': accept }),
      ...(csv === undefined ? {} : { 'content-type': 'text/csv', accept: 'text/csv' }),
    };
    const method = csv === undefined ? 'GET' : 'POST';
    request(`${gateway.url}${path}`, { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(chunks) }));
    })
      .on('error', reject)
      .end(csv);
  });
}

it.each([
  ['gzip', 'gzip', gunzipSync],
  ['br', 'br', brotliDecompressSync],
  ['gzip, deflate, br', 'br', brotliDecompressSync],
] as const)('packs large answers for those who take %s', async (accept, coding, unpack) => {
  const plain = await raw('/openapi.json');
  const packed = await raw('/openapi.json', accept);
  expect(packed.headers['content-encoding']).toBe(coding);
  expect(packed.headers.vary).toMatch(/accept-encoding/i);
  expect(packed.body.length).toBeLessThan(plain.body.length / 4);
  expect(unpack(packed.body).equals(plain.body)).toBe(true);
});

it('packs predictions of many rows', async () => {
  const names = UCI_9.columns.map(({ name }) => name);
  const csv = `${names.join()}\n${`${names.map(() => 1).join()}\n`.repeat(50_000)}`;
  const path = '/v1/predictions/uci-9';
  const plain = await raw(path, undefined, csv);
  const packed = await raw(path, 'br', csv);
  expect(packed.headers['content-encoding']).toBe('br');
  expect(packed.body.length).toBeLessThan(plain.body.length / 10);
  expect(brotliDecompressSync(packed.body).equals(plain.body)).toBe(true);
});

it.each([undefined, 'identity', 'zstd', 'gzip;q=0'])(
  'packs nothing for those who take %s',
  async (accept) => {
    const answer = await raw('/openapi.json', accept);
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(JSON.parse(String(answer.body)).openapi).toBe('3.1.0');
  },
);

it('leaves small answers and problems as they are', async () => {
  expect((await raw('/health/live', 'gzip')).headers['content-encoding']).toBeUndefined();
  expect((await raw('/v1/nothing', 'gzip')).headers['content-encoding']).toBeUndefined();
});

it('gives what it packs the same entity tag', async () => {
  const [plain, packed] = [await raw('/v1/models'), await raw('/v1/models', 'gzip')];
  expect(packed.headers.etag).toBe(plain.headers.etag);
});
