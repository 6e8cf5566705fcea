import { PipelineRequested, TOPICS, validate } from '@weir/contracts';
import { publishEvent, SnapshotCatalog, type SnapshotManifest } from '@weir/platform';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type GatewayUnderTest, startGateway } from '../testing/gateway-under-test.js';

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

const source = { kind: 'file', path: 'uci.csv' };

function search(asked: object): object {
  return { schema: 'uci-30', source, search: asked };
}

async function requests(count: number): Promise<PipelineRequested[]> {
  const records = await gateway.records(TOPICS.pipelineRequests.name, count);
  return records.map((record) => {
    const result = validate(PipelineRequested, JSON.parse(String(record.value)));
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    expect(record.key?.toString()).toBe(result.value.runId);
    return result.value;
  });
}

function manifest(id: string, schema: string, createdAt: string): SnapshotManifest {
  return {
    id,
    schema,
    rows: 10,
    sha256: 'a'.repeat(64),
    objectKey: `snapshots/${id}/data.parquet`,
    columns: ['a'],
    textColumns: [],
    label: 'Result',
    labelled: true,
    classCounts: { phishing: 5, legitimate: 5 },
    source: { kind: 'file', name: 'x.csv' },
    splitSeed: 1,
    runId: 'r',
    createdAt,
  };
}

describe('POST /v1/runs', () => {
  it('starts from ingestion where a source is given, and says so on pipeline.requests', async () => {
    const answer = await gateway.call('POST', '/v1/runs', { schema: 'uci-30', source, search: { folds: 5 } });
    expect(answer.status).toBe(202);
    expect(answer.json).toMatchObject({
      schema: 'uci-30',
      from: 'ingestion',
      until: 'training',
      state: 'queued',
    });
    const [request] = await requests(1);
    expect(request).toMatchObject({
      runId: answer.json.id,
      from: 'ingestion',
      source,
      run: { search: { folds: 5 } },
    });
  });

  it('hands on what is asked of the search, and the run tells it', async () => {
    const asked = {
      algorithms: ['knn', 'gradient-boosting'],
      strategy: 'random',
      candidates: 9,
      grids: { knn: { k: [3, 5], weights: ['uniform'] } },
      engine: 'weir',
    };
    const answer = await gateway.call('POST', '/v1/runs', search(asked));
    expect([answer.status, answer.json.search]).toEqual([202, asked]);
    const request = (await requests(2)).find(({ runId }) => runId === answer.json.id);
    expect(request?.run?.search).toEqual(asked);
    expect((await gateway.call('GET', `/v1/runs/${answer.json.id}`)).json).toMatchObject({ search: asked });
  });

  it('hands on that leaks are accepted, and the run tells it', async () => {
    const asked = { schema: 'uci-30', source, leaks: 'accept' };
    const answer = await gateway.call('POST', '/v1/runs', asked);
    expect([answer.status, answer.json.leaks]).toEqual([202, 'accept']);
    const request = (await requests(3)).find(({ runId }) => runId === answer.json.id);
    expect(request?.run).toEqual({ leaks: 'accept' });
  });

  it('says what is known where a search is wrong', async () => {
    const { json } = await gateway.call('POST', '/v1/runs', search({ algorithms: ['oracle'] }));
    expect(json).toMatchObject({ code: 'WEIR_REQUEST_INVALID', detail: expect.stringContaining('adaboost') });
  });

  it('has nothing to start from before the first snapshot', async () => {
    const answer = await gateway.call('POST', '/v1/runs', { schema: 'uci-9' });
    expect([answer.status, answer.json.code]).toEqual([404, 'WEIR_NOT_FOUND']);
  });

  it('takes the newest snapshot of the schema, or the one named, from the stage asked for', async () => {
    const catalog = new SnapshotCatalog(gateway.backends.documents);
    await catalog.record(manifest('uci-30-old', 'uci-30', '2024-01-01T00:00:00.000Z'));
    await catalog.record(manifest('uci-30-new', 'uci-30', '2024-02-01T00:00:00.000Z'));
    const newest = await gateway.call('POST', '/v1/runs', { schema: 'uci-30' });
    expect(newest.json).toMatchObject({ from: 'validation', snapshotId: 'uci-30-new' });
    const named = { schema: 'uci-30', snapshot: 'uci-30-old', from: 'training' };
    expect((await gateway.call('POST', '/v1/runs', named)).json).toMatchObject({
      from: 'training',
      snapshotId: 'uci-30-old',
    });
    const other = await gateway.call('POST', '/v1/runs', { schema: 'uci-9', snapshot: 'uci-30-old' });
    expect([other.status, other.json.errors[0].path]).toEqual([400, 'snapshot']);
    const none = await gateway.call('POST', '/v1/runs', { schema: 'uci-30', snapshot: 'none' });
    expect([none.status, none.json.code]).toEqual([404, 'WEIR_NOT_FOUND']);
  });

  it.each([
    ['no schema', {}, 400, 'schema'],
    ['an unknown stage', { schema: 'uci-30', from: 'cooking' }, 400, 'from'],
    ['ingestion without a source', { schema: 'uci-30', from: 'ingestion' }, 400, 'source'],
    ['a source that is read too late', { schema: 'uci-30', from: 'training', source }, 400, 'source'],
    ['a source and a snapshot', { schema: 'uci-30', snapshot: 'x', source }, 400, 'snapshot'],
    ['a source without its path', { schema: 'uci-30', source: { kind: 'file' } }, 400, 'source.path'],
    ['a source of no kind', { schema: 'uci-30', source: { kind: 'ftp' } }, 400, 'source.kind'],
    ['a list of sources', { schema: 'uci-30', source: [source] }, 400, 'source'],
    ['a password', { schema: 'uci-30', source: { ...source, password: 'x' } }, 400, 'source.password'],
    [
      'an upload that is none',
      { schema: 'uci-30', source: { kind: 'upload', key: 'models/x' } },
      400,
      'source.key',
    ],
    ['leaks that are neither', { schema: 'uci-30', source, leaks: 'ignore' }, 400, 'leaks'],
    ['one fold', { schema: 'uci-30', search: { folds: 1 } }, 400, 'search.folds'],
    ['an unknown algorithm', search({ algorithms: ['knn', 'oracle'] }), 400, 'search.algorithms.1'],
    ['an unknown strategy', search({ strategy: 'luck' }), 400, 'search.strategy'],
    ['an unknown engine', search({ engine: 'python' }), 400, 'search.engine'],
    ['candidates of a grid', search({ candidates: 5 }), 400, 'search.candidates'],
    ['grids that are none', search({ grids: { knn: [3] } }), 400, 'search.grids'],
    ['the values of no algorithm', search({ grids: { oracle: { k: [3] } } }), 400, 'search.grids.oracle'],
    ['a parameter of another algorithm', search({ grids: { knn: { C: [1] } } }), 400, 'search.grids.knn.C'],
    [
      'a value out of range',
      search({ grids: { 'gradient-boosting': { nEstimators: [8], subsample: [0.5, 1.5] } } }),
      400,
      'search.grids.gradient-boosting.subsample',
    ],
    [
      'a grid without what it needs',
      search({ grids: { 'random-forest': {} } }),
      400,
      'search.grids.random-forest',
    ],
    [
      'values of what is not searched',
      search({ algorithms: ['knn'], grids: { adaboost: { nEstimators: [8] } } }),
      400,
      'search.grids.adaboost',
    ],
    ['a halving by the packages', search({ engine: 'ml', strategy: 'halving' }), 400, 'search.strategy'],
    [
      'what the packages lack',
      search({ engine: 'ml', algorithms: ['adaboost'] }),
      400,
      'search.algorithms.0',
    ],
  ])('refuses %s', async (_name, body, status, path) => {
    const answer = await gateway.call('POST', '/v1/runs', body);
    expect(answer.status).toBe(status);
    expect(answer.json.errors).toContainEqual(expect.objectContaining({ path }));
  });

  it('knows no other schema', async () => {
    const answer = await gateway.call('POST', '/v1/runs', { schema: 'none' });
    expect([answer.status, answer.json.code]).toEqual([404, 'WEIR_SCHEMA_UNKNOWN']);
  });

  it('marks a run failed that nobody could be asked for', async () => {
    const publish = vi.spyOn(gateway.backends.bus, 'publish').mockRejectedValueOnce(new Error('away'));
    const answer = await gateway.call('POST', '/v1/runs', { schema: 'uci-30', source });
    publish.mockRestore();
    expect(answer.status).toBe(500);
    const { runs } = (await gateway.call('GET', '/v1/runs?limit=1')).json;
    expect(runs[0]).toMatchObject({ state: 'failed', error: { code: 'WEIR_BUS_UNAVAILABLE' } });
  });
});

describe('GET /v1/runs', () => {
  it('lists newest first, page by page', async () => {
    const first = (await gateway.call('GET', '/v1/runs?limit=2&schema=uci-30')).json;
    expect(first.runs).toHaveLength(2);
    const second = (await gateway.call('GET', `/v1/runs?limit=2&schema=uci-30&cursor=${first.next}`)).json;
    const ids = [...first.runs, ...second.runs].map((run: { id: string }) => run.id);
    expect(new Set(ids).size).toBe(4);
    expect((await gateway.call('GET', '/v1/runs?schema=url')).json).toEqual({ runs: [], next: null });
  });

  it.each(['limit=0', 'limit=1001', 'limit=many', 'cursor=', 'page=2'])('refuses ?%s', async (query) => {
    expect((await gateway.call('GET', `/v1/runs?${query}`)).status).toBe(400);
  });

  it('follows pipeline.progress, and a repeated or unreadable event changes nothing', async () => {
    await gateway.consuming;
    const started = await gateway.call('POST', '/v1/runs', { schema: 'uci-30', source });
    const runId = started.json.id as string;
    const event = {
      runId,
      schema: 'uci-30',
      stage: 'ingestion',
      state: 'running',
      done: 5,
      total: 10,
      message: 'halfway',
      at: new Date().toISOString(),
    };
    const publish = (value: object) =>
      publishEvent(gateway.backends.bus, TOPICS.pipelineProgress, runId, value, { source: '/weir/test' });
    await publish(event);
    await publish({ nonsense: true });
    await publish({
      ...event,
      at: new Date(Date.now() + 1).toISOString(),
      state: 'failed',
      error: { code: 'WEIR_DATA_EMPTY', message: 'empty' },
    });
    await publish(event);
    await vi.waitFor(async () => {
      const { json } = await gateway.call('GET', `/v1/runs/${runId}`);
      expect(json).toMatchObject({
        state: 'failed',
        error: { code: 'WEIR_DATA_EMPTY' },
        stages: { ingestion: { done: 5 } },
      });
    }, 10_000);
  });

  it('links what a run has made', async () => {
    await gateway.consuming;
    const { json } = await gateway.call('POST', '/v1/runs', { schema: 'uci-30', source });
    expect((await gateway.call('GET', `/v1/runs/${json.id}`)).json.links).toEqual({});
    const done = { done: 1, total: 1, message: 'done', last: true, at: new Date().toISOString() };
    const result = { snapshotId: 'uci-30-00', reportId: 'rep', model: 'uci-30', version: 4 };
    await publishEvent(
      gateway.backends.bus,
      TOPICS.pipelineProgress,
      json.id,
      { runId: json.id, schema: 'uci-30', stage: 'training', state: 'succeeded', ...done, result },
      { source: '/weir/test' },
    );
    await vi.waitFor(async () => {
      expect((await gateway.call('GET', `/v1/runs/${json.id}`)).json.links).toEqual({
        snapshot: '/v1/snapshots/uci-30-00',
        report: '/v1/reports/rep',
        model: '/v1/models/uci-30/4',
        card: '/v1/models/uci-30/4/card',
      });
    }, 10_000);
  });

  it('does not know other ids', async () => {
    const answer = await gateway.call('GET', '/v1/runs/none');
    expect([answer.status, answer.json.code]).toEqual([404, 'WEIR_NOT_FOUND']);
  });
});

describe('POST /v1/runs with nulls', () => {
  it('takes them for absent', async () => {
    const source = { kind: 'file', path: 'x.csv', bucket: null };
    const body = { schema: 'uci-30', source, from: null, snapshot: null, search: null, leaks: null };
    const answer = await gateway.call('POST', '/v1/runs', body);
    expect([answer.status, answer.json.from]).toEqual([202, 'ingestion']);
    expect(answer.json.source).toEqual({ kind: 'file', path: 'x.csv' });
    expect(answer.json).not.toHaveProperty('search');
  });
});
