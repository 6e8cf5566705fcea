import { type Documents, ModelRegistry } from '@weir/platform';
import { exampleVersion } from '@weir/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GatewayUnderTest, startGateway } from '../../testing/gateway-under-test.js';

const UNLIMITED = { WEIR_RATE_LIMIT: '0', WEIR_RATE_LIMIT_ADDRESS: '0', WEIR_LOG_LEVEL: 'info' };

let gateway: GatewayUnderTest;
let headers: Record<string, string>;
let keyId: string;
let isAuditAway = false;
const lines: string[] = [];
beforeAll(async () => {
  const documents = (real: Documents): Documents =>
    ({
      collection: (spec: Parameters<Documents['collection']>[0]) => {
        if (isAuditAway && spec.name === 'audit_entries') return Promise.reject(new Error('away'));
        return real.collection(spec);
      },
      check: () => real.check(),
      close: () => real.close(),
    }) as Documents;
  gateway = await startGateway(UNLIMITED, { log: (line) => void lines.push(line), documents });
  const { bus } = gateway.backends;
  const registry = new ModelRegistry(gateway.backends.documents, bus, '/test');
  for (const run of ['one', 'two']) await registry.add(exampleVersion('uci-30', run));
  const made = await gateway.call('POST', '/v1/keys', { name: 'ann', scopes: ['admin'] });
  keyId = made.json.id;
  headers = { authorization: `Bearer ${made.json.key}` };
});
afterAll(() => gateway.close());

const call = (method: string, path: string, body?: object) => gateway.call(method, path, body, headers);
const audit = async (query = '') => (await call('GET', `/v1/audit${query}`)).json;

describe('GET /v1/audit', () => {
  it('tells who made the first key, when nobody had one', async () => {
    expect((await audit()).entries).toMatchObject([
      { by: 'gateway', action: 'key.create', subject: keyId, detail: { name: 'ann', scopes: ['admin'] } },
    ]);
  });

  it('tells of every change, by whom, and by which request', async () => {
    await call('PUT', '/v1/models/uci-30/aliases/champion', { version: 1 });
    await call('PUT', '/v1/models/uci-30/aliases/champion', { version: 2, reason: 'better' });
    await call('POST', '/v1/models/uci-30/rollback', { reason: 'worse' });
    await call('PUT', '/v1/lists/deny/A.example', { reason: 'seen' });
    await call('DELETE', '/v1/lists/deny/a.example');
    const correction = await call('POST', '/v1/feedback', { url: 'http://a.example/', label: 'phishing' });
    const source = { kind: 'file', path: 'x.csv' };
    const run = await call('POST', '/v1/runs', { schema: 'uci-30', source });
    const snapshot = await call('POST', '/v1/snapshots', { schema: 'uci-30', source });
    const made = await call('POST', '/v1/keys', { name: 'bob', scopes: ['read'] });
    const gone = await call('DELETE', `/v1/keys/${made.json.id}`);
    const { entries } = await audit('?limit=10');
    expect(entries.map(({ action, subject }: Record<string, string>) => [action, subject])).toEqual([
      ['key.revoke', made.json.id],
      ['key.create', made.json.id],
      ['snapshot.create', snapshot.json.runId],
      ['run.start', run.json.id],
      ['feedback.create', correction.json.id],
      ['list.remove', 'deny/a.example'],
      ['list.put', 'deny/a.example'],
      ['alias.rollback', 'uci-30/champion'],
      ['alias.move', 'uci-30/champion'],
      ['alias.move', 'uci-30/champion'],
    ]);
    expect(new Set(entries.map((each: Record<string, string>) => `${each.by} ${each.keyId}`))).toEqual(
      new Set([`ann ${keyId}`]),
    );
    expect(entries[0].requestId).toBe(gone.headers.get('x-request-id'));
    expect(entries[7].detail).toEqual({ version: 1, reason: 'worse' });
    expect(correction.json.by).toBe('ann');
  });

  it('filters by action and subject, and pages', async () => {
    const first = await audit('?action=alias.move&limit=1');
    expect(first.entries).toMatchObject([{ detail: { version: 2, reason: 'better' } }]);
    const second = await audit(`?action=alias.move&limit=1&cursor=${first.next}`);
    expect(second.entries).toMatchObject([{ detail: { version: 1 } }]);
    expect((await audit('?subject=deny/a.example')).entries).toHaveLength(2);
    expect((await call('GET', '/v1/audit?action=all')).status).toBe(400);
  });

  it("lets nobody write another's name", async () => {
    const named = { by: 'bob' };
    for (const [method, path, body] of [
      ['PUT', '/v1/lists/deny/b.example', named],
      ['POST', '/v1/feedback', { url: 'http://a.example/', label: 'phishing', ...named }],
    ] as const) {
      const answer = await call(method, path, body);
      expect([answer.status, answer.json.errors]).toMatchObject([400, [{ path: 'by', code: 'equals' }]]);
    }
    expect((await call('PUT', '/v1/lists/deny/b.example', { by: 'ann' })).json.by).toBe('ann');
  });

  it('undoes nothing where the entry cannot be kept, and logs that as an error', async () => {
    isAuditAway = true;
    lines.length = 0;
    expect((await call('PUT', '/v1/lists/allow/c.example', {})).status).toBe(200);
    isAuditAway = false;
    expect((await call('GET', '/v1/lists/allow/c.example')).json.by).toBe('ann');
    const errors = lines.map((line) => JSON.parse(line)).filter(({ level }) => level === 50);
    expect(errors).toMatchObject([{ audit: { action: 'list.put', subject: 'allow/c.example', by: 'ann' } }]);
  });
});
