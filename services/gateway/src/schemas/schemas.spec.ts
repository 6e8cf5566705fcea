import { UCI_30 } from '@weir/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type GatewayUnderTest, startGateway } from '../testing/gateway-under-test.js';

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

it('tells every schema, and one by name', async () => {
  const { json } = await gateway.call('GET', '/v1/schemas');
  expect(json.next).toBeNull();
  expect(json.schemas.map((each: { name: string }) => each.name)).toEqual(['uci-30', 'uci-9', 'url']);
  expect((await gateway.call('GET', '/v1/schemas/uci-30')).json).toEqual(JSON.parse(JSON.stringify(UCI_30)));
  expect((await gateway.call('GET', '/v1/schemas/url')).json).toMatchObject({
    input: { kind: 'url', column: 'url' },
    columns: [],
  });
  expect((await gateway.call('GET', '/v1/schemas/none')).json.code).toBe('WEIR_SCHEMA_UNKNOWN');
});
