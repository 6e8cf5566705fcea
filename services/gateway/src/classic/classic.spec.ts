import { TOPICS, UCI_30 } from '@weir/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GatewayUnderTest, startGateway } from '../testing/gateway-under-test.js';

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

describe('POST /train', () => {
  it('trains on an upload, to the end of the pipeline', async () => {
    const form = new FormData();
    form.set('file', new Blob(['a,b\n1,2\n']), 'rows.csv');
    const answer = await gateway.call('POST', '/train', form);
    expect(answer.status).toBe(202);
    expect(answer.json).toEqual({
      message: 'Training of uci-30 has started.',
      runId: expect.any(String) as string,
    });
    const [record] = await gateway.records(TOPICS.pipelineRequests.name, 1);
    expect(JSON.parse(String(record?.value))).toMatchObject({
      runId: answer.json.runId,
      schema: 'uci-30',
      from: 'ingestion',
      source: { kind: 'upload', key: `uploads/${answer.json.runId}/rows.csv` },
      run: { until: 'training' },
    });
  });

  it('needs a snapshot where nothing is sent', async () => {
    const answer = await gateway.call('POST', '/train');
    expect([answer.status, answer.json.code]).toEqual([404, 'WEIR_NOT_FOUND']);
    expect((await gateway.call('POST', '/train', { schema: 'none' })).json.code).toBe('WEIR_SCHEMA_UNKNOWN');
    expect((await gateway.call('POST', '/train', { colour: 'red' })).status).toBe(400);
  });
});

describe('POST /predict', () => {
  it('answers a page with the table', async () => {
    const names = UCI_30.columns.map((column) => column.name);
    const form = new FormData();
    form.set('file', new Blob([`${names.join(',')}\n${names.map(() => -1).join(',')}\n`]), 'rows.csv');
    const answer = await gateway.call('POST', '/predict', form);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.text).toContain('<td class="malicious">malicious</td>');
    expect(answer.text).toContain('<p>1 rows</p>');
  });

  it('refuses JSON and what is no CSV of features', async () => {
    expect((await gateway.call('POST', '/predict', {})).status).toBe(415);
    const answer = await gateway.call('POST', '/predict', 'a,b\n1,2\n', { 'content-type': 'text/csv' });
    expect([answer.status, answer.json.code]).toEqual([422, 'WEIR_DATA_COLUMNS']);
  });
});
