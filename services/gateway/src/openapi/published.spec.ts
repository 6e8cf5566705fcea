import { afterAll, beforeAll, expect, it } from 'vitest';
import { type GatewayUnderTest, startGateway } from '../testing/gateway-under-test.js';

const PUBLISHED = new URL('../../../../libs/client/openapi.json', import.meta.url).pathname;

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

it('is the document that the client is made from; `npm run api-client` makes both anew', async () => {
  const { json } = await gateway.call('GET', '/openapi.json');
  await expect(`${JSON.stringify(json, null, 2)}\n`).toMatchFileSnapshot(PUBLISHED);
});
