import { createHash } from 'node:crypto';
import { ModelRegistry } from '@weir/platform';
import { exampleVersion } from '@weir/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GatewayUnderTest, startGateway } from '../testing/gateway-under-test.js';

const CURVES = {
  roc: [
    [0, 0],
    [0.1, 0.9],
    [1, 1],
  ],
  precisionRecall: [[0.9, 0.95]],
};
const RELIABILITY = [{ predicted: 0.1, observed: 0.12, rows: 40 }];

let gateway: GatewayUnderTest;

async function cardOf(card: object) {
  const bytes = Buffer.from(JSON.stringify(card));
  const stored = {
    objectKey: `models/url/cards/${Object.keys(card).join('-')}.json`,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  await gateway.backends.objects.put(stored.objectKey, bytes);
  return { json: stored, markdown: stored };
}

beforeAll(async () => {
  gateway = await startGateway();
  const { documents, bus } = gateway.backends;
  const registry = new ModelRegistry(documents, bus, '/weir/test');
  const metrics = {
    'distinct.f1': 0.9,
    'distinct.f1Low': 0.88,
    'distinct.f1High': 0.92,
    'stratified.f1': 0.97,
  };
  await registry.add(
    exampleVersion('url', 'first', {
      metrics,
      parameters: { nEstimators: 64, maxDepth: 8 },
      importance: [{ feature: 'length', importance: 0.6 }],
      card: await cardOf({ calibration: { reliability: RELIABILITY } }),
    }),
  );
  await registry.add(
    exampleVersion('url', 'second', {
      metrics: { ...metrics, 'distinct.f1': 0.95, 'distinct.rocAuc': 0.99 },
      parameters: { nEstimators: 128, maxDepth: 8 },
      importance: [{ feature: 'dots', importance: 0.7 }],
      card: await cardOf({ calibration: { reliability: RELIABILITY }, curves: CURVES }),
    }),
  );
  await registry.add(exampleVersion('url', 'third'));
  await registry.move({ name: 'url', alias: 'champion', version: 2, by: 'test', reason: 'best' });
});
afterAll(() => gateway.close());

const compare = (query: string) => gateway.call('GET', `/v1/models/url/compare?${query}`);

describe('GET /v1/models/{name}/compare', () => {
  it('sets two versions side by side, by number or alias', async () => {
    const { status, json } = await compare('a=1&b=champion');
    expect(status).toBe(200);
    expect(json).toMatchObject({
      name: 'url',
      a: { version: 1, aliases: [] },
      b: { version: 2, aliases: ['champion'] },
    });
    expect(json.metrics).toEqual([
      {
        metric: 'f1',
        split: 'grouped',
        a: 0.9,
        b: 0.95,
        difference: expect.closeTo(0.05) as number,
        interval: { a: [0.88, 0.92], b: [0.88, 0.92] },
      },
      { metric: 'rocAuc', split: 'grouped', a: null, b: 0.99, difference: null },
      { metric: 'f1', split: 'plain', a: 0.97, b: 0.97, difference: 0 },
    ]);
    expect(json.parameters).toEqual([
      { parameter: 'nEstimators', a: 64, b: 128 },
      { parameter: 'algorithm', a: 'random-forest', b: 'random-forest' },
      { parameter: 'maxDepth', a: 8, b: 8 },
    ]);
    expect(json.importance).toEqual([
      { feature: 'dots', a: null, b: 0.7 },
      { feature: 'length', a: 0.6, b: null },
    ]);
  });

  it('draws what the cards hold, and nothing of a version that has none or whose card is lost', async () => {
    const { json } = await compare('a=1&b=2');
    expect(json.curves).toEqual({
      a: { roc: [], precisionRecall: [], reliability: RELIABILITY },
      b: { ...CURVES, reliability: RELIABILITY },
    });
    expect((await compare('a=3&b=2')).json.curves.a).toBeNull();
    await gateway.backends.objects.delete('models/url/cards/calibration.json');
    expect((await compare('a=1&b=2')).json.curves.a).toBeNull();
  });

  it.each([
    ['a=1&b=9', 404, 'WEIR_NOT_FOUND'],
    ['a=challenger&b=1', 404, 'WEIR_NOT_FOUND'],
    ['a=1', 400, 'WEIR_REQUEST_INVALID'],
    ['a=1&b=-2', 400, 'WEIR_REQUEST_INVALID'],
    ['a=1&b=1&b=2', 400, 'WEIR_REQUEST_INVALID'],
    ['a=1&b=2&c=3', 400, 'WEIR_REQUEST_INVALID'],
  ])('refuses %s', async (query, status, code) => {
    const answer = await compare(query);
    expect([answer.status, answer.json.code]).toEqual([status, code]);
  });
});
