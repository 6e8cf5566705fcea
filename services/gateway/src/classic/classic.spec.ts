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
    expect(answer.headers.get('location')).toBe(`/v1/runs/${answer.json.runId}`);
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

describe('GET /train and GET /predict', () => {
  it.each(['/train', '/predict'])('is refused with what to send in its place: %s', async (path) => {
    const answer = await gateway.call('GET', path);
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
    expect(answer.json.detail).toContain(`${path} answers POST: a GET changes nothing`);
  });
});

const NAMES = UCI_30.columns.map((column) => column.name);
const CELLS = NAMES.map(() => '-1');
const ANSWER = ['-1', 'malicious', '0.7500'];

/** What a table on a page holds, its head first, as a program that reads it has it. */
function tableOf(page: string): string[][] {
  return [...page.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, text = '']) => text),
  );
}

async function predict(csv: string) {
  const form = new FormData();
  form.set('file', new Blob([csv], { type: 'text/csv' }), 'rows.csv');
  return gateway.call('POST', '/predict', form);
}

describe('POST /predict', () => {
  it('answers a page with the table: the columns that came, then what is predicted', async () => {
    const answer = await predict(`${NAMES.join(',')}\n${CELLS.join(',')}\n`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(tableOf(answer.text)).toEqual([
      [...NAMES, 'predicted_column', 'verdict', 'probability'],
      [...CELLS, ...ANSWER],
    ]);
    expect(answer.text).toContain('<td class="malicious">malicious</td>');
    expect(answer.text).toContain('<p>1 rows</p>');
  });

  it.each(['', 'Unnamed: 0', 'index', 'id'])(
    'hands the label and row numbers named "%s" through',
    async (rowNumber) => {
      const { text } = await predict(
        `${[rowNumber, ...NAMES, UCI_30.label.column].join(',')}\n${['0', ...CELLS, '1'].join(',')}\n`,
      );
      expect(tableOf(text)).toEqual([
        [rowNumber, ...NAMES, UCI_30.label.column, 'predicted_column', 'verdict', 'probability'],
        ['0', ...CELLS, '1', ...ANSWER],
      ]);
    },
  );

  it('refuses a column that it knows nothing of', async () => {
    const answer = await predict(`${[...NAMES, 'index'].join(',')}\n${[...CELLS, '0'].join(',')}\n`);
    expect([answer.status, answer.json.code]).toEqual([422, 'WEIR_DATA_COLUMNS']);
  });

  it('refuses JSON and what is no CSV of features', async () => {
    expect((await gateway.call('POST', '/predict', {})).status).toBe(415);
    const answer = await gateway.call('POST', '/predict', 'a,b\n1,2\n', { 'content-type': 'text/csv' });
    expect([answer.status, answer.json.code]).toEqual([422, 'WEIR_DATA_COLUMNS']);
  });
});
