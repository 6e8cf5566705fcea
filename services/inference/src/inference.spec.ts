import {
  decodeScores,
  encodeRows,
  ROWS_MEDIA_TYPE,
  SCORES_MEDIA_TYPE,
  UCI_9,
  UrlVerdict,
  validate,
} from '@weir/contracts';
import type { ModelArtifact } from '@weir/learning';
import { CHAMPION, type EventBus, ModelRegistry } from '@weir/platform';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { generateUrls } from './testing/generated-urls.js';
import { promote, registerVersion } from './testing/registered-models.js';
import { type RunningInference, startInference } from './testing/running-inference.js';
import { trainTabularModel, trainUrlModel } from './testing/trained-models.js';

const NEVER = 3_600_000;
const PATIENCE = { timeout: 20_000, interval: 20 };

let artifact: ModelArtifact;
let tabular: ModelArtifact;
let inference: RunningInference;

beforeAll(async () => {
  artifact = await trainUrlModel();
  tabular = await trainTabularModel(UCI_9);
});

afterEach(() => inference.stop());

async function promoted(of: ModelArtifact, registry: ModelRegistry = inference.registry): Promise<void> {
  const name = of.schema;
  await promote(
    registry,
    await registerVersion(registry, inference.backends.objects, { name, artifact: of }),
  );
}

async function versionInService(name: string): Promise<number | undefined> {
  const { body } = await inference.request('GET', '/internal/models');
  const { models } = body as { models: { name: string; version: number }[] };
  return models.find((each) => each.name === name)?.version;
}

const serves = (name: string, version: number) =>
  vi.waitFor(async () => expect(await versionInService(name)).toBe(version), PATIENCE);

async function submit(values: readonly (string | Buffer)[]): Promise<void> {
  await inference.backends.bus.publish(
    values.map((value, index) => ({ topic: 'urls.submitted', key: `key-${index % 7}`, value })),
  );
}

const verdicts = () =>
  inference.received('urls.verdicts').map(({ value }) => JSON.parse(String(value)) as UrlVerdict);

describe('the inference service before any model is promoted', () => {
  beforeEach(async () => {
    inference = await startInference({ pollIntervalMs: NEVER });
  });

  it('is ready, and says which model is missing', async () => {
    await vi.waitFor(async () => {
      expect(await inference.request('GET', '/health/ready')).toMatchObject({ status: 200 });
    }, PATIENCE);
    expect(await inference.request('GET', '/internal/models')).toMatchObject({
      body: { models: [], refused: [] },
    });
    for (const [path, body] of [
      ['/internal/verdicts', { urls: ['a.example'] }],
      ['/internal/predictions/uci-9', { columns: [], rows: [] }],
    ] as const) {
      const answer = await inference.request('POST', path, body);
      expect(answer).toMatchObject({ status: 503, body: { code: 'WEIR_MODEL_MISSING' } });
    }
  });

  it('keeps what was submitted until a model is there, and drops nothing', async () => {
    const urls = generateUrls(500, 3);
    await submit(urls.map(({ url }, index) => JSON.stringify({ url, id: `id-${index}` })));
    await promoted(artifact);
    await vi.waitFor(() => expect(new Set(verdicts().map(({ id }) => id)).size).toBe(500), PATIENCE);
    const byId = new Map(verdicts().map((each) => [each.id, each]));
    const right = urls.filter(
      ({ phishing }, index) => (byId.get(`id-${index}`)?.verdict !== 'safe') === phishing,
    );
    expect(right.length).toBeGreaterThan(450);
    for (const verdict of byId.values()) expect(validate(UrlVerdict, verdict)).toMatchObject({ ok: true });
  });
});

describe('reloading', () => {
  it('follows an event at once, and verdicts name the version that gave them', async () => {
    inference = await startInference({ pollIntervalMs: NEVER });
    await promoted(artifact);
    await serves('url', 1);
    await submit(['{"url":"a.example","id":"before"}']);
    await vi.waitFor(() => expect(verdicts()).toHaveLength(1), PATIENCE);
    await promoted(artifact);
    await serves('url', 2);
    await submit(['{"url":"a.example","id":"after"}']);
    await vi.waitFor(() => expect(verdicts()).toHaveLength(2), PATIENCE);
    expect(verdicts().map(({ id, model }) => [id, model])).toEqual([
      ['before', { name: 'url', version: 1 }],
      ['after', { name: 'url', version: 2 }],
    ]);
  });

  it('catches up by polling where the event was lost', async () => {
    inference = await startInference({ pollIntervalMs: 50 });
    const { backends } = inference;
    const deafBus = { publish: async () => undefined } as unknown as EventBus;
    await promoted(artifact, new ModelRegistry(backends.documents, deafBus, '/weir/test'));
    await serves('url', 1);
  });

  it('does not go backwards for a stale event, nor stop at one that cannot be read', async () => {
    inference = await startInference({ pollIntervalMs: NEVER });
    await promoted(artifact);
    await promoted(artifact);
    await serves('url', 2);
    const stale = {
      name: 'url',
      alias: CHAMPION,
      version: 1,
      revision: 1,
      by: '',
      reason: '',
      at: '2020-01-01',
    };
    const values = ['no JSON', null, '{"name":7}', JSON.stringify(stale)];
    await inference.backends.bus.publish(
      values.map((value) => ({ topic: 'models.aliases', key: 'url/champion', value })),
    );
    await promoted(tabular);
    await serves('uci-9', 1);
    expect(await versionInService('url')).toBe(2);
  });
});

describe('the stream', () => {
  beforeEach(async () => {
    inference = await startInference({ pollIntervalMs: NEVER });
    await promoted(artifact);
    await serves('url', 1);
  });

  it('sets poison aside with its reason and goes on', async () => {
    const poison = [
      Buffer.from([0xff, 0xfe, 0x00, 0x80]),
      Buffer.alloc(0),
      '{"url":42}',
      '{"url":"a.example"',
      '["a.example"]',
      'ftp://a.example/',
      'no url at all',
      `http://a.example/${'x'.repeat(70_000)}`,
      `{"url":"http://a.example/${'y'.repeat(900_000)}"}`,
    ];
    await submit(poison.flatMap((each, index) => [each, `http://good-${index}.example/`]));
    await vi.waitFor(() => {
      expect(verdicts()).toHaveLength(poison.length);
      expect(inference.received('urls.rejected')).toHaveLength(poison.length);
    }, PATIENCE);
    const rejected = inference.received('urls.rejected');
    const sent = new Set(poison.map((each) => Buffer.from(each).toString('base64')));
    expect(new Set(rejected.map(({ value }) => (value ?? Buffer.alloc(0)).toString('base64')))).toEqual(sent);
    for (const { headers, key } of rejected) {
      expect(headers).toMatchObject({ topic: 'urls.submitted', error: expect.stringMatching(/\w/) });
      expect(Number(headers.offset)).toBeGreaterThanOrEqual(0);
      expect(String(key)).toMatch(/^key-\d$/);
    }
    const metrics = await inference.request('GET', '/metrics');
    expect(metrics.body).toContain('weir_rejected_total{reason="encoding"} 1');
  });

  it('keys verdicts by registrable domain, and gives a record without id its place as id', async () => {
    await submit(['https://a.shop.example.co.uk/x']);
    await vi.waitFor(() => expect(verdicts()).toHaveLength(1), PATIENCE);
    const [record] = inference.received('urls.verdicts');
    const [verdict] = verdicts();
    expect(String(record?.key)).toBe('example.co.uk');
    expect(verdict?.id).toMatch(/^urls\.submitted-\d+-0$/);
    expect(record?.headers.ce_id).toBe(verdict?.id);
  });
});

describe('the prediction port', () => {
  beforeEach(async () => {
    inference = await startInference({ pollIntervalMs: NEVER });
    await promoted(artifact);
    await promoted(tabular);
    await serves('uci-9', 1);
    await serves('url', 1);
  });

  it('gives a verdict or an error for each URL, in order', async () => {
    const urls = [
      'http://paypal.secure-login-77.tk/verify-wallet/index3.php?session=123456789',
      'not a url',
      'https://garden-news.org/library/music7.html',
    ];
    expect(await inference.request('POST', '/internal/verdicts', { urls, reasons: true })).toMatchObject({
      status: 200,
      body: {
        model: { name: 'url', version: 1 },
        results: [
          { verdict: 'malicious', reasons: expect.arrayContaining([expect.any(String)]) },
          { error: { code: 'WEIR_URL_INVALID', message: expect.stringContaining('white space') } },
          { verdict: 'safe', change: { sentence: expect.stringMatching(/\w+ \w+/) } },
        ],
      },
    });
  });

  it('predicts rows of a schema by name, in any order of columns', async () => {
    const columns = UCI_9.columns.map(({ name }) => name).reverse();
    const rows = [0, 1, 2].map((first) => [...new Array<null>(8).fill(null), first]);
    expect(await inference.request('POST', '/internal/predictions/uci-9', { columns, rows })).toMatchObject({
      status: 200,
      body: {
        model: { name: 'uci-9', version: 1 },
        predictions: [{ label: -1 }, { label: 0, verdict: 'suspicious' }, { label: 1, verdict: 'safe' }],
      },
    });
  });

  it('predicts rows that come as numbers, and answers numbers', async () => {
    const columns = UCI_9.columns.map(({ name }) => name).reverse();
    const values = Float32Array.from(
      [0, 1, 2].flatMap((first) => [...new Array<number>(8).fill(Number.NaN), first]),
    );
    const answer = await fetch(`${inference.service.url}/internal/predictions/uci-9`, {
      method: 'POST',
      headers: { 'content-type': ROWS_MEDIA_TYPE },
      body: encodeRows({ columns, rows: 3, values }) as Uint8Array<ArrayBuffer>,
    });
    expect(answer.headers.get('content-type')).toBe(SCORES_MEDIA_TYPE);
    const { labels, classes, model } = decodeScores(new Uint8Array(await answer.arrayBuffer()));
    expect(Array.from(classes, (each) => labels[each])).toEqual([-1, 0, 1]);
    expect(model).toEqual({ name: 'uci-9', version: 1 });
  });

  it.each([
    ['/internal/predictions/nothing', { columns: [], rows: [] }, 404, 'WEIR_SCHEMA_UNKNOWN'],
    ['/internal/predictions/uci-30', { columns: [], rows: [] }, 503, 'WEIR_MODEL_MISSING'],
    ['/internal/predictions/uci-9', { columns: ['SFH'], rows: [] }, 422, 'WEIR_DATA_COLUMNS'],
    ['/internal/predictions/uci-9', [], 400, 'WEIR_REQUEST_INVALID'],
    ['/internal/verdicts', { urls: [1] }, 400, 'WEIR_REQUEST_INVALID'],
  ])('answers a bad request of %s with a problem', async (path, body, status, code) => {
    const answer = await inference.request('POST', path, body);
    expect(answer).toMatchObject({ status, body: { code, detail: expect.stringMatching(/\w/) } });
  });

  it('takes bodies of megabytes', async () => {
    const columns = UCI_9.columns.map(({ name }) => name);
    const rows = Array.from({ length: 120_000 }, (_, row) =>
      columns.map((_name, column) => (row + column) % 3),
    );
    const { status, body } = await inference.request('POST', '/internal/predictions/uci-9', {
      columns,
      rows,
    });
    expect(status).toBe(200);
    expect((body as { predictions: unknown[] }).predictions).toHaveLength(rows.length);
  });
});
