import { ReportCatalog, type ReportEntry } from '@weir/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GatewayUnderTest, startGateway } from '../testing/gateway-under-test.js';

let gateway: GatewayUnderTest;

function entry(id: string, schema: string): ReportEntry {
  return {
    id,
    runId: `run-${id}`,
    snapshotId: `${schema}-1`,
    schema,
    status: 'warned',
    issues: 2,
    reportKey: `reports/${id}/report.json`,
    htmlKey: `reports/${id}/report.html`,
    createdAt: '2024-01-01T00:00:00.000Z',
  };
}

beforeAll(async () => {
  gateway = await startGateway();
  const catalog = new ReportCatalog(gateway.backends.documents);
  await catalog.record(entry('0001', 'uci-30'));
  await catalog.record(entry('0002', 'uci-9'));
  const { objects } = gateway.backends;
  await objects.put('reports/0001/report.json', Buffer.from('{"status":"warned"}'));
  await objects.put('reports/0001/report.html', Buffer.from('<!doctype html><h1>Report</h1>'));
});
afterAll(() => gateway.close());

describe('GET /v1/reports', () => {
  it('lists newest first, by schema, page by page', async () => {
    const { json } = await gateway.call('GET', '/v1/reports?limit=1');
    expect(json.reports).toMatchObject([{ id: '0002', status: 'warned' }]);
    expect((await gateway.call('GET', `/v1/reports?cursor=${json.next}`)).json.reports).toMatchObject([
      { id: '0001' },
    ]);
    expect((await gateway.call('GET', '/v1/reports?schema=uci-30')).json.reports).toHaveLength(1);
  });
});

describe('GET /v1/reports/{id}', () => {
  it('answers JSON, or the page, by Accept', async () => {
    const report = await gateway.call('GET', '/v1/reports/0001');
    expect(report.json).toEqual({ status: 'warned' });
    const page = await gateway.call('GET', '/v1/reports/0001', undefined, { accept: 'text/html' });
    expect(page.text).toContain('<h1>Report</h1>');
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('tells an unknown report, a lost object and an unwanted form apart', async () => {
    expect((await gateway.call('GET', '/v1/reports/none')).json.code).toBe('WEIR_NOT_FOUND');
    expect((await gateway.call('GET', '/v1/reports/0002')).json.code).toBe('WEIR_OBJECT_MISSING');
    const unwanted = await gateway.call('GET', '/v1/reports/0001', undefined, { accept: 'text/csv' });
    expect(unwanted.status).toBe(406);
  });
});
