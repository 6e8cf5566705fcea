import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { type PipelineRequested, TOPICS } from '@weir/contracts';
import { limitFileSize } from '@weir/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GatewayUnderTest, startGateway } from '../testing/gateway-under-test.js';
import { objectName } from './upload-store.js';

let gateway: GatewayUnderTest;
let published = 0;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

async function newestRequest(): Promise<PipelineRequested> {
  published += 1;
  const records = await gateway.records(TOPICS.pipelineRequests.name, published);
  const values = records.map((record) => JSON.parse(String(record.value)) as PipelineRequested);
  const newest = values.sort((a, b) => a.at.localeCompare(b.at)).at(-1);
  if (newest === undefined) throw new Error('nothing published');
  return newest;
}

const uploaded = async (request: PipelineRequested) =>
  String(await gateway.backends.objects.read(request.source?.key ?? ''));

/** The answer to a CSV body sent over a connection of the agent's. */
async function upload(csv: string, agent: Agent): Promise<string> {
  const url = `${gateway.url}/v1/snapshots?schema=uci-9`;
  const sent = request(url, { agent, method: 'POST', headers: { 'content-type': 'text/csv' } }).end(csv);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return text(answer);
}

describe('POST /v1/snapshots', () => {
  it('asks for a source to be ingested and validated', async () => {
    const source = { kind: 'mongodb', database: 'web', collection: 'pages' };
    const answer = await gateway.call('POST', '/v1/snapshots', { schema: 'uci-30', source });
    expect(answer.status).toBe(202);
    const request = await newestRequest();
    expect(request).toMatchObject({
      runId: answer.json.runId,
      from: 'ingestion',
      source,
      run: { until: 'validation' },
    });
  });

  it('stores a raw body as it came and asks for that', async () => {
    const csv = 'a,b\r\n1,2\r\n';
    const answer = await gateway.call('POST', '/v1/snapshots?schema=uci-9', csv, {
      'content-type': 'text/csv',
    });
    expect(answer.status).toBe(202);
    const request = await newestRequest();
    expect(request.source).toEqual({ kind: 'upload', key: `uploads/${answer.json.runId}/upload.csv` });
    expect(await uploaded(request)).toBe(csv);
  });

  describe.runIf(process.platform === 'linux')('on a full disk', () => {
    beforeAll(() => limitFileSize('1000000'));
    afterAll(() => limitFileSize('unlimited'));

    it('says so, and goes on with the connection', async () => {
      const connection = new Agent({ keepAlive: true, maxSockets: 1 });
      const refused = await upload('a,b\r\n'.repeat(1_000_000), connection);
      expect(refused).toContain('WEIR_STATE_UNWRITABLE');
      // The rest of the refused body once stood in the way until the connection timed out.
      expect(await upload('a,b\n', connection)).toContain('runId');
      published += 1;
      connection.destroy();
    });
  });

  it('stores a multipart upload under a safe name', async () => {
    const form = new FormData();
    form.set('schema', 'url');
    form.set('file', new Blob(['url,label\n']), '../../Märchen 2024.csv');
    const answer = await gateway.call('POST', '/v1/snapshots', form);
    expect(answer.status).toBe(202);
    const request = await newestRequest();
    expect(request.schema).toBe('url');
    expect(request.source?.key).toBe(`uploads/${answer.json.runId}/M_rchen_2024.csv`);
    expect(await uploaded(request)).toBe('url,label\n');
  });

  it('streams an upload larger than any body limit', async () => {
    const form = new FormData();
    form.set('file', new Blob(['x'.repeat(20_000_000)]), 'large.csv');
    const answer = await gateway.call('POST', '/v1/snapshots?schema=uci-30', form);
    expect(answer.status).toBe(202);
    const request = await newestRequest();
    expect((await gateway.backends.objects.head(request.source?.key ?? ''))?.size).toBe(20_000_000);
  });

  it('refuses what it cannot place, and keeps no upload of it', async () => {
    const csv = { 'content-type': 'text/csv' };
    expect((await gateway.call('POST', '/v1/snapshots', 'a\n', csv)).json.errors[0].path).toBe('schema');
    expect((await gateway.call('POST', '/v1/snapshots?schema=no', 'a\n', csv)).status).toBe(404);
    const form = new FormData();
    form.set('schema', 'no');
    form.set('file', new Blob(['a']), 'a.csv');
    expect((await gateway.call('POST', '/v1/snapshots', form)).json.code).toBe('WEIR_SCHEMA_UNKNOWN');
    expect((await gateway.call('POST', '/v1/snapshots', { schema: 'uci-9' })).json.errors[0].path).toBe(
      'source',
    );
    expect((await gateway.call('POST', '/v1/snapshots', 'x', { 'content-type': 'image/png' })).status).toBe(
      415,
    );
  });
});

describe('GET /v1/snapshots', () => {
  it('is empty before the first, and knows no other id', async () => {
    expect((await gateway.call('GET', '/v1/snapshots')).json).toEqual({ snapshots: [], next: null });
    expect((await gateway.call('GET', '/v1/snapshots/none')).status).toBe(404);
  });
});

describe('objectName', () => {
  it.each([
    ['rows.csv', 'rows.csv'],
    ['C:\\data\\rows.csv.gz', 'rows.csv.gz'],
    ['..', 'upload.csv'],
    ['.hidden', 'hidden'],
    ['', 'upload.csv'],
    [undefined, 'upload.csv'],
  ])('%s becomes %s', (name, expected) => {
    expect(objectName(name)).toBe(expected);
  });
});
