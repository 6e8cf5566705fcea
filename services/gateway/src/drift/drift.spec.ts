import { DriftCatalog, type DriftDetails, type DriftEntry, driftDetailsKey } from '@weir/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GatewayUnderTest, startGateway } from '../testing/gateway-under-test.js';

let gateway: GatewayUnderTest;

function entry(id: string, name: string): DriftEntry {
  return {
    id,
    model: { name, version: 1 },
    reference: 'training',
    from: '2026-03-01T11:55:00.000Z',
    to: '2026-03-01T12:00:00.000Z',
    rows: 1_000,
    processes: 1,
    level: 'warned',
    columns: 2,
    drifted: [{ column: 'length', populationStabilityIndex: 0.3, adjustedPValue: 0, drifted: true }],
    verdictRows: { safe: 1_000 },
    at: '2026-03-01T12:00:30.000Z',
  };
}

const features: DriftDetails['features'] = [
  {
    feature: 'length',
    populationStabilityIndex: 0.3,
    adjustedPValue: 0,
    drifted: true,
    referenceMean: 12,
    currentMean: 20,
    bins: [
      [1, 15, 0.7, 0.2],
      [16, 90, 0.3, 0.8],
    ],
    missing: { reference: 0, current: 0 },
  },
];

beforeAll(async () => {
  gateway = await startGateway();
  const { documents, objects } = gateway.backends;
  const catalog = new DriftCatalog(documents);
  for (const each of [entry('1', 'url'), entry('2', 'uci-30'), entry('3', 'url')]) await catalog.record(each);
  await objects.put(driftDetailsKey('3'), Buffer.from(JSON.stringify({ id: '3', features })));
});
afterAll(() => gateway.close());

describe('GET /v1/drift', () => {
  it('lists reports newest first, by model, page by page', async () => {
    const { json } = await gateway.call('GET', '/v1/drift?limit=2');
    expect(json.reports).toEqual([entry('3', 'url'), entry('2', 'uci-30')]);
    const rest = await gateway.call('GET', `/v1/drift?limit=2&cursor=${json.next}`);
    expect(rest.json).toEqual({ reports: [entry('1', 'url')], next: null });
    expect((await gateway.call('GET', '/v1/drift?name=uci-30')).json.reports).toHaveLength(1);
    expect((await gateway.call('GET', '/v1/drift?schema=uci-30')).status).toBe(400);
  });
});

describe('GET /v1/drift/{id}', () => {
  it('has the histograms of every feature, where they were kept', async () => {
    expect((await gateway.call('GET', '/v1/drift/3')).json).toEqual({ ...entry('3', 'url'), features });
    expect((await gateway.call('GET', '/v1/drift/1')).json).toEqual({ ...entry('1', 'url'), features: [] });
    expect((await gateway.call('GET', '/v1/drift/9')).json.code).toBe('WEIR_NOT_FOUND');
  });
});
