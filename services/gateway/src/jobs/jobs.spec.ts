import { gzipSync } from 'node:zlib';
import { UCI_9 } from '@weir/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { OPEN } from '../security/principal.js';
import { type GatewayUnderTest, startGateway } from '../testing/gateway-under-test.js';
import { JobCatalog, leaseOf } from './job-catalog.js';
import { inputKey, type PredictionJob, resultKey } from './prediction-job.js';

let gateway: GatewayUnderTest;
let jobs: JobCatalog;
beforeAll(async () => {
  gateway = await startGateway();
  jobs = new JobCatalog(gateway.backends.documents, gateway.backends.objects);
});
afterAll(() => gateway.close());
afterEach(() => {
  gateway.inference.failWith = undefined;
});

const PATIENCE = { timeout: 15_000, interval: 30 };
const header = UCI_9.columns.map((column) => column.name).join(',');
const PHISHING = '-1,0,0,0,0,0,0,1,0';
const LEGITIMATE = '1,0,0,0,0,0,0,1,0';
const CSV = `Result,${header}\n"a,b",${PHISHING}\n1,${LEGITIMATE}\n1,${LEGITIMATE}\n`;

const post = (csv: string | FormData, schema = 'uci-9') =>
  gateway.call('POST', `/v1/jobs/predictions/${schema}`, csv, {
    ...(typeof csv === 'string' ? { 'content-type': 'text/csv' } : {}),
  });

async function finished(id: string) {
  return vi.waitFor(async () => {
    const { json } = await gateway.call('GET', `/v1/jobs/${id}`);
    expect(['succeeded', 'failed']).toContain(json.state);
    return json;
  }, PATIENCE);
}

const result = (id: string, accept = '*/*') =>
  gateway.call('GET', `/v1/jobs/${id}/result`, undefined, { accept });

/** A job as another replica would have left it. */
async function left(change: Partial<PredictionJob>, csv = CSV): Promise<PredictionJob> {
  const id = `left-${Math.random().toString(36).slice(2)}`;
  const at = new Date().toISOString();
  await gateway.backends.objects.put(inputKey(id), Buffer.from(csv));
  const job: PredictionJob = {
    id,
    schema: 'uci-9',
    state: 'queued',
    done: 0,
    total: 3,
    createdAt: at,
    updatedAt: at,
    by: 'test',
    ready: true,
    attempt: 0,
    ...change,
  };
  return (await jobs.insert(job)).value;
}

describe('a prediction job', () => {
  it('is taken at once, and answers the CSV that the route at once would, JSON or a page', async () => {
    const accepted = await post(CSV);
    expect(accepted.status).toBe(202);
    expect(accepted.headers.get('location')).toBe(`/v1/jobs/${accepted.json.id}`);
    expect(accepted.json).toMatchObject({ schema: 'uci-9', total: 3 });
    const job = await finished(accepted.json.id);
    expect(job).toMatchObject({
      state: 'succeeded',
      done: 3,
      total: 3,
      model: { name: 'uci-9', version: 3 },
      counts: { malicious: 1, suspicious: 0, safe: 2 },
      links: { result: `/v1/jobs/${job.id}/result` },
    });
    const csv = await gateway.call('POST', '/v1/predictions/uci-9', CSV, {
      'content-type': 'text/csv',
      accept: 'text/csv',
    });
    expect((await result(job.id)).text).toBe(csv.text);
    expect((await result(job.id, 'application/json')).json).toEqual({
      predictions: [
        { label: -1, verdict: 'malicious', probability: 0.75 },
        { label: 1, verdict: 'safe', probability: 0.125 },
        { label: 1, verdict: 'safe', probability: 0.125 },
      ],
      model: { name: 'uci-9', version: 3 },
    });
    const { text } = await result(job.id, 'text/html');
    expect(text).toContain('<td class="malicious">malicious</td>');
    expect(text).toContain('<td>a,b</td>');
    expect(await gateway.backends.objects.head(inputKey(job.id))).toBeNull();
  });

  it('stands in the list, the newest first', async () => {
    const first = (await post(CSV)).json.id;
    const second = (await post(CSV)).json.id;
    const { json } = await gateway.call('GET', '/v1/jobs?limit=2');
    expect(json.jobs.map((each: { id: string }) => each.id)).toEqual([second, first]);
    expect(json.next).toBe(first);
    await Promise.all([finished(first), finished(second)]);
  });

  it('takes gzip in a form, of which it does not know the rows beforehand', async () => {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(gzipSync(CSV))]), 'rows.csv.gz');
    const accepted = await post(form);
    expect([accepted.status, accepted.json.total]).toEqual([202, 0]);
    expect(await finished(accepted.json.id)).toMatchObject({ state: 'succeeded', done: 3, total: 3 });
  });

  it('fails as the route at once would, and its result is that error', async () => {
    const bad = await finished((await post(`${header}\n${PHISHING}\n7,0,0,0,0,0,0,1,0\n`)).json.id);
    expect(bad).toMatchObject({
      state: 'failed',
      error: { code: 'WEIR_DATA_VALUE', errors: [{ path: 'SFH', code: 'value' }] },
    });
    const answer = await result(bad.id);
    expect([answer.status, answer.json.code]).toEqual([422, 'WEIR_DATA_VALUE']);
    expect(answer.json.errors).toEqual(bad.error.errors);
    const empty = await finished((await post('')).json.id);
    expect(empty.error.code).toBe('WEIR_DATA_EMPTY');
  });

  it('refuses a schema that nobody knows, and says that a result is not there yet', async () => {
    expect((await post(CSV, 'none')).json.code).toBe('WEIR_SCHEMA_UNKNOWN');
    const busy = await left({ state: 'running', lease: leaseOf('another') });
    const answer = await result(busy.id);
    expect([answer.status, answer.json.code]).toEqual([409, 'WEIR_JOB_UNFINISHED']);
    expect((await result('nothing')).status).toBe(404);
  });

  it.each(['/v1/jobs/predictions/uci-9', '/v1/snapshots?schema=uci-9'])(
    'answers a form that ends before its file does with 400, and lives on: %s',
    async (path) => {
      const form = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\na,b\n1,2\n';
      const type = { 'content-type': 'multipart/form-data; boundary=x' };
      const answer = await gateway.call('POST', path, form, type);
      expect([answer.status, answer.json.code]).toEqual([400, 'WEIR_REQUEST_INVALID']);
      expect((await gateway.call('GET', '/health/live')).status).toBe(200);
    },
  );

  it('waits for a model that is away, and goes on once it is there', async () => {
    gateway.inference.failWith = 'WEIR_MODEL_MISSING';
    const { id } = (await post(CSV)).json;
    await vi.waitFor(async () => {
      const { json } = await gateway.call('GET', `/v1/jobs/${id}`);
      expect(json).toMatchObject({ state: 'queued', message: expect.stringContaining('trying again') });
    }, PATIENCE);
    gateway.inference.failWith = undefined;
    expect(await finished(id)).toMatchObject({ state: 'succeeded', done: 3 });
  });
});

describe('a job of a replica that is gone', () => {
  it('is begun again once its lease is over, and not before', async () => {
    const held = await left({ state: 'running', attempt: 1, lease: leaseOf('alive') });
    const lost = await left({ state: 'running', attempt: 1, lease: leaseOf('dead', -1) });
    expect(await finished(lost.id)).toMatchObject({ state: 'succeeded', done: 3 });
    expect((await jobs.find(lost.id))?.value.attempt).toBe(2);
    expect((await jobs.require(held.id, OPEN)).state).toBe('running');
  });

  it('is never anybody else’s while one has it, and who lost it writes nothing', async () => {
    const job = await left({ ready: false });
    const stored = await jobs.find(job.id);
    if (stored === null) throw new Error('not stored');
    const taken = await jobs.replace(stored, { state: 'running', lease: leaseOf('second') });
    expect(taken?.value.lease?.holder).toBe('second');
    expect(await jobs.replace(stored, { state: 'succeeded' })).toBeUndefined();
  });
});

describe('DELETE /v1/jobs/{id}', () => {
  it('cancels, and leaves nothing', async () => {
    const { id } = (await post(`${header}\n${`${LEGITIMATE}\n`.repeat(200_000)}`)).json;
    expect((await gateway.call('DELETE', `/v1/jobs/${id}`)).status).toBe(204);
    expect((await gateway.call('DELETE', `/v1/jobs/${id}`)).status).toBe(404);
    expect((await gateway.call('GET', `/v1/jobs/${id}`)).status).toBe(404);
    const done = await finished((await post(CSV)).json.id);
    await gateway.call('DELETE', `/v1/jobs/${done.id}`);
    await vi.waitFor(async () => {
      for (const key of [inputKey(id), resultKey(id, 1), resultKey(done.id, 1)])
        expect(await gateway.backends.objects.head(key)).toBeNull();
    }, PATIENCE);
  });
});

describe('JobCatalog.sweep', () => {
  it('deletes what nothing happened to for long, uploads that were never finished among them', async () => {
    const old = new Date(Date.now() - 3_600_000).toISOString();
    const abandoned = await left({ ready: false, updatedAt: old });
    const fresh = await left({ ready: false });
    expect(await jobs.sweep(new Date(Date.now() - 1_800_000))).toBe(1);
    expect(await jobs.find(abandoned.id)).toBeNull();
    expect(await gateway.backends.objects.head(inputKey(abandoned.id))).toBeNull();
    expect(await jobs.find(fresh.id)).not.toBeNull();
  });
});
