import { TOPICS } from '@weir/contracts';
import { ModelRegistry, type ModelVersion } from '@weir/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GatewayUnderTest, startGateway } from '../testing/gateway-under-test.js';

let gateway: GatewayUnderTest;

function version(name: string, runId: string, createdAt: string): Omit<ModelVersion, 'version'> {
  return {
    name,
    schema: name,
    runId,
    snapshotId: `${name}-1`,
    snapshotSha256: 'a'.repeat(64),
    algorithm: 'random-forest',
    parameters: { nEstimators: 100 },
    metrics: { f1: 0.95, 'distinct.f1': 0.93 },
    candidates: [
      { algorithm: 'random-forest', parameters: {}, meanF1: 0.95, standardDeviation: 0.01, seconds: 2 },
    ],
    importance: [{ feature: 'SFH', importance: 0.5 }],
    thresholds: { malicious: 0.8, suspicious: 0.5 },
    rows: 100,
    seed: 1,
    objectKey: `models/${name}/${runId}`,
    sha256: 'b'.repeat(64),
    createdAt,
  };
}

beforeAll(async () => {
  gateway = await startGateway();
  const { documents, bus } = gateway.backends;
  const registry = new ModelRegistry(documents, bus, '/weir/test');
  for (const run of ['r1', 'r2', 'r3'])
    await registry.add(version('uci-30', run, '2024-01-01T00:00:00.000Z'));
  await registry.add(version('url', 'r4', '2024-02-01T00:00:00.000Z'));
  await registry.move({ name: 'uci-30', alias: 'champion', version: 1, by: 'test', reason: 'first' });
});
afterAll(() => gateway.close());

describe('GET /v1/models', () => {
  it('lists models with champion, figures and aliases, the newest first', async () => {
    const { json } = await gateway.call('GET', '/v1/models');
    expect(json).toMatchObject({
      models: [
        { name: 'url', champion: null, newest: { version: 1 }, aliases: {} },
        {
          name: 'uci-30',
          champion: { version: 1, metrics: { f1: 0.95 }, aliases: ['champion'] },
          newest: { version: 3 },
          aliases: { champion: 1 },
        },
      ],
      next: null,
    });
  });

  it('pages and filters', async () => {
    const first = (await gateway.call('GET', '/v1/models?limit=1')).json;
    expect(first.models.map((each: { name: string }) => each.name)).toEqual(['url']);
    const second = (await gateway.call('GET', `/v1/models?limit=1&cursor=${first.next}`)).json;
    expect(second.models.map((each: { name: string }) => each.name)).toEqual(['uci-30']);
    expect(second.next).toBeNull();
    expect((await gateway.call('GET', '/v1/models?schema=uci-9')).json).toEqual({ models: [], next: null });
  });
});

describe('GET /v1/models/{name}', () => {
  it("lists a model's versions, newest first, page by page", async () => {
    const first = (await gateway.call('GET', '/v1/models/uci-30?limit=2')).json;
    expect(first).toMatchObject({ name: 'uci-30', versions: [{ version: 3 }, { version: 2 }] });
    const second = (
      await gateway.call('GET', `/v1/models/uci-30?limit=2&cursor=${encodeURIComponent(first.next)}`)
    ).json;
    expect(second.versions).toMatchObject([{ version: 1, aliases: ['champion'] }]);
  });

  it.each(['/v1/models/none', '/v1/models/uci-30/9', '/v1/models/uci-30/challenger', '/v1/models/uci-9/1'])(
    'does not know %s',
    async (path) => {
      const answer = await gateway.call('GET', path);
      expect([answer.status, answer.json.code]).toEqual([404, 'WEIR_NOT_FOUND']);
    },
  );
});

describe('GET /v1/models/{name}/{version}', () => {
  it.each(['1', 'champion'])('tells everything of version %s', async (asked) => {
    const { json } = await gateway.call('GET', `/v1/models/uci-30/${asked}`);
    expect(json).toMatchObject({
      ...version('uci-30', 'r1', '2024-01-01T00:00:00.000Z'),
      version: 1,
      aliases: ['champion'],
    });
  });
});

describe('aliases', () => {
  it('promotes, says so on models.aliases, and rolls back', async () => {
    const moved = await gateway.call('PUT', '/v1/models/uci-30/aliases/champion', {
      version: 3,
      reason: 'better',
    });
    expect(moved.json).toMatchObject({
      alias: 'champion',
      version: 3,
      reason: 'better',
      previous: [1],
      revision: 2,
    });
    const records = await gateway.records(TOPICS.modelsAliases.name, 1);
    expect(JSON.parse(String(records.at(-1)?.value))).toMatchObject({ version: 3, reason: 'better' });
    const back = await gateway.call('POST', '/v1/models/uci-30/rollback');
    expect(back.json).toMatchObject({ version: 1, previous: [] });
    const none = await gateway.call('POST', '/v1/models/uci-30/rollback', {});
    expect([none.status, none.json.code]).toEqual([409, 'WEIR_ALIAS_INVALID']);
  });

  it('rolls back from a version once, however often it is asked', async () => {
    await gateway.call('PUT', '/v1/models/uci-30/aliases/champion', { version: 2 });
    await gateway.call('PUT', '/v1/models/uci-30/aliases/champion', { version: 3 });
    const back = () => gateway.call('POST', '/v1/models/uci-30/rollback', { ifVersion: 3 });
    expect((await back()).json).toMatchObject({ version: 2, rolledBackFrom: 3 });
    expect((await back()).json).toMatchObject({ version: 2, previous: [1] });
    const stale = await gateway.call('POST', '/v1/models/uci-30/rollback', { ifVersion: 1 });
    expect([stale.status, stale.json.code]).toEqual([409, 'WEIR_DOCUMENT_CONFLICT']);
  });

  it('refuses a version that is not there, a revision that has passed, and odd names', async () => {
    const put = (alias: string, body: object) =>
      gateway.call('PUT', `/v1/models/uci-30/aliases/${alias}`, body);
    expect((await put('champion', { version: 99 })).json.code).toBe('WEIR_ALIAS_INVALID');
    expect((await put('champion', { version: 2, ifRevision: 1 })).status).toBe(409);
    expect((await put('Best%20Of', { version: 2 })).json.errors[0].path).toBe('alias');
    expect((await put('champion', { version: 0 })).json.errors[0].path).toBe('version');
    expect((await put('champion', {})).status).toBe(400);
  });
});
