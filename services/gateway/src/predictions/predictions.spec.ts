import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { UCI_9, UCI_30 } from '@weir/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type GatewayUnderTest, startGateway } from '../testing/gateway-under-test.js';

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());
afterEach(() => {
  gateway.inference.failWith = undefined;
});

const names = UCI_9.columns.map((column) => column.name);
const header = names.join(',');
const PHISHING = '-1,0,0,0,0,0,0,1,0';
const LEGITIMATE = '1,0,0,0,0,0,0,1,0';
const rowOf = (line: string) =>
  Object.fromEntries(line.split(',').map((value, index) => [names[index] ?? '', Number(value)]));

const PATH = '/v1/predictions/uci-9';
const postCsv = (csv: string, accept = 'application/json', path = PATH) =>
  gateway.call('POST', path, csv, { 'content-type': 'text/csv', accept });

describe('POST /v1/predictions/{schema} with JSON', () => {
  const expected = {
    predictions: [
      { label: -1, verdict: 'malicious', probability: 0.75 },
      { label: 1, verdict: 'safe', probability: 0.125 },
    ],
    model: { name: 'uci-9', version: 3 },
  };

  it('takes an array of rows, {"rows": [...]} and a single row', async () => {
    const rows = [rowOf(PHISHING), rowOf(LEGITIMATE)];
    expect((await gateway.call('POST', PATH, rows)).json).toEqual(expected);
    expect((await gateway.call('POST', PATH, { rows })).json).toEqual(expected);
    const one = await gateway.call('POST', PATH, rows[0]);
    expect(one.json.predictions).toEqual(expected.predictions.slice(0, 1));
  });

  it('reads columns in any order, numbers as text, and null as missing; the label is no feature', async () => {
    const row = Object.fromEntries(Object.entries(rowOf(PHISHING)).reverse());
    await gateway.call('POST', PATH, [{ ...row, SFH: '-1', popUpWidnow: null, URL_Length: '?', Result: 1 }]);
    expect(gateway.inference.asked.at(-1)?.body).toEqual({
      columns: names,
      rows: 1,
      values: Float32Array.of(-1, Number.NaN, 0, 0, 0, 0, Number.NaN, 1, 0),
    });
  });

  it.each([
    ['no rows', [], 422, 'WEIR_DATA_EMPTY'],
    ['a row that is no object', [1], 400, 'WEIR_REQUEST_INVALID'],
    ['a text', [{ ...rowOf(PHISHING), SFH: 'many' }], 422, 'WEIR_DATA_VALUE'],
    ['a boolean', [{ ...rowOf(PHISHING), SFH: true }], 422, 'WEIR_DATA_VALUE'],
    ['a value that is not allowed', [{ ...rowOf(PHISHING), SFH: 7 }], 422, 'WEIR_DATA_VALUE'],
  ])('refuses %s', async (_name, body, status, code) => {
    const answer = await gateway.call('POST', PATH, body);
    expect([answer.status, answer.json.code]).toEqual([status, code]);
  });

  it('names missing and unknown columns, and the row', async () => {
    const { SFH: _gone, ...rest } = rowOf(PHISHING);
    const answer = await gateway.call('POST', PATH, [rowOf(PHISHING), { ...rest, shape: 1 }]);
    expect(answer.status).toBe(422);
    expect(answer.json.detail).toContain('row 2: missing: "SFH"; not in the schema: "shape"');
    expect(answer.json.errors).toEqual([
      expect.objectContaining({ path: 'SFH', code: 'missing' }),
      expect.objectContaining({ path: 'shape', code: 'unknown' }),
    ]);
  });

  it('knows no other schema, and says which there are', async () => {
    const answer = await gateway.call('POST', '/v1/predictions/uci-8', [{}]);
    expect(answer.status).toBe(404);
    expect(answer.json.code).toBe('WEIR_SCHEMA_UNKNOWN');
    expect(answer.json.detail).toContain('uci-30, uci-9, url');
  });
});

describe('POST /v1/predictions/{schema} with CSV', () => {
  it('answers CSV: the columns as they came, then prediction, verdict and probability', async () => {
    const answer = await postCsv(`Result,${header}\r\n-1,${PHISHING}\r\n1,${LEGITIMATE}\r\n`, 'text/csv');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/csv');
    expect(answer.text).toBe(
      `Result,${header},prediction,verdict,probability\n-1,${PHISHING},-1,malicious,0.75\n1,${LEGITIMATE},1,safe,0.125\n`,
    );
  });

  it('understands a byte order mark, quotes, blank lines and no closing newline', async () => {
    const quoted = names.map((name) => `"${name}"`).join(',');
    const answer = await postCsv(`\uFEFF${quoted}\n"-1", 0 ,?,,null,0,0,1,0\n\n${LEGITIMATE}`);
    expect(answer.json.predictions.map((each: { label: number }) => each.label)).toEqual([-1, 1]);
    const missing = Number.NaN;
    expect(gateway.inference.asked.at(-1)?.body).toMatchObject({
      rows: 2,
      values: Float32Array.of(-1, 0, missing, missing, missing, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0),
    });
  });

  it('answers an HTML table in which nothing is markup', async () => {
    const answer = await postCsv(
      `Result,${header}\n<b>x</b>,${PHISHING}\n`,
      'text/html,application/xhtml+xml,*/*;q=0.8',
    );
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(answer.text).toContain('<td>&lt;b&gt;x&lt;/b&gt;</td>');
    expect(answer.text).toContain('<td class="malicious">malicious</td>');
  });

  it('takes a multipart upload', async () => {
    const form = new FormData();
    form.set('file', new Blob([`${header}\n${PHISHING}\n`], { type: 'text/csv' }), 'rows.csv');
    expect((await gateway.call('POST', PATH, form)).json.predictions).toHaveLength(1);
    const empty = new FormData();
    empty.set('note', 'no file');
    const refused = await gateway.call('POST', PATH, empty);
    expect([refused.status, refused.json.code]).toEqual([400, 'WEIR_REQUEST_INVALID']);
  });

  it.each([
    ['an empty body', '', 'WEIR_DATA_EMPTY', ''],
    ['a header alone', `${header}\n`, 'WEIR_DATA_EMPTY', 'no row'],
    ['a missing column', `${names.slice(1).join(',')}\n0\n`, 'WEIR_DATA_COLUMNS', 'missing: "SFH"'],
    ['an unknown column', `${header},shape\n${PHISHING},1\n`, 'WEIR_DATA_COLUMNS', '"shape"'],
    ['a column twice', `${header},SFH\n${PHISHING},1\n`, 'WEIR_DATA_COLUMNS', 'twice: "SFH"'],
    ['another delimiter', `${header.replaceAll(',', ';')}\n`, 'WEIR_DATA_COLUMNS', 'divided by ";"'],
    [
      'a word',
      `${header}\n${PHISHING}\nx,0,0,0,0,0,0,1,0\n`,
      'WEIR_DATA_VALUE',
      'row 2 (line 3), column SFH: "x"',
    ],
    ['a short row', `${header}\n1,2\n`, 'WEIR_DATA_MALFORMED', 'row 1 (line 2) holds 2 values, the header 9'],
    ['an open quote', `${header}\n"1,0,0,0\n`, 'WEIR_DATA_MALFORMED', 'line'],
    ['NUL bytes', `${header}\n\0\0\0\n`, 'WEIR_DATA_BINARY', ''],
  ])('refuses %s', async (_name, csv, code, detail) => {
    const answer = await postCsv(csv, 'text/csv');
    expect([answer.status, answer.json?.code]).toEqual([422, code]);
    expect(answer.json.detail).toContain(detail);
  });

  it('names every bad row, up to a hundred', async () => {
    const rows = [PHISHING, '1,2', '7,0,0,0,0,0,0,1,0', LEGITIMATE, 'x,0,0,0,0,0,0,1,0'];
    const answer = await postCsv(`${header}\n${rows.join('\n')}\n`, 'text/csv');
    expect(answer.json.detail).toContain(
      'row 2 (line 3) holds 2 values, the header 9; 2 more rows are wrong',
    );
    expect(answer.json.errors).toEqual([
      { path: '', code: 'rowLength', message: expect.stringContaining('row 2') },
      { path: 'SFH', code: 'value', message: expect.stringContaining('row 3 (line 4)') },
      { path: 'SFH', code: 'value', message: 'row 5 (line 6), column SFH: "x" is not a number' },
    ]);
    const many = await postCsv(`${header}\n${'7,0,0,0,0,0,0,1,0\n'.repeat(50_000)}`, 'text/csv');
    expect(many.json.errors).toHaveLength(100);
    expect(many.json.detail).toContain('perhaps others');
  });

  it('unpacks gzip, and refuses what is broken', async () => {
    const packed = gzipSync(`${header}\n${PHISHING}\n`);
    const send = (bytes: Buffer) => {
      const form = new FormData();
      form.set('file', new Blob([new Uint8Array(bytes)]), 'rows.csv.gz');
      return gateway.call('POST', PATH, form);
    };
    expect((await send(packed)).json.predictions).toHaveLength(1);
    const broken = await send(packed.subarray(0, -6));
    expect([broken.status, broken.json.code]).toEqual([422, 'WEIR_DATA_MALFORMED']);
  });

  it('answers early where the first rows are wrong, and the connection goes on', async () => {
    const csv = `a,b\n${'1,2\n'.repeat(400_000)}`;
    for (let n = 0; n < 3; n++) {
      const answer = await postCsv(csv, 'text/csv');
      expect([answer.status, answer.json.code]).toEqual([422, 'WEIR_DATA_COLUMNS']);
    }
    expect((await postCsv(`${header}\n${PHISHING}\n`)).status).toBe(200);
  });

  it('hands quotes and line ends within them on as they came', async () => {
    const csv = `Result,${header}\r\n"a ""b""\n,c",${PHISHING}\r\n`;
    const { text } = await postCsv(csv, 'text/csv');
    expect(text.split('probability\n')[1]).toBe(`"a ""b""\n,c",${PHISHING},-1,malicious,0.75\n`);
  });

  it('refuses bytes that are not text', async () => {
    const binary = new FormData();
    binary.set('file', new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe])]), 'rows.csv');
    const answer = await gateway.call('POST', PATH, binary);
    expect([answer.status, answer.json.code]).toEqual([422, 'WEIR_DATA_BINARY']);
  });

  it('refuses other media types, in and out', async () => {
    const wrong = await gateway.call('POST', PATH, '<rows/>', { 'content-type': 'application/xml' });
    expect([wrong.status, wrong.json.code]).toEqual([415, 'WEIR_MEDIA_TYPE_UNSUPPORTED']);
    const unwanted = await postCsv(`${header}\n${PHISHING}\n`, 'image/png');
    expect([unwanted.status, unwanted.json.code]).toEqual([406, 'WEIR_NOT_ACCEPTABLE']);
  });

  it('is a 503 while no model serves, not a broken stream', async () => {
    gateway.inference.failWith = 'WEIR_MODEL_MISSING';
    const answer = await postCsv(`${header}\n${PHISHING}\n`, 'text/csv');
    expect([answer.status, answer.json.code]).toEqual([503, 'WEIR_MODEL_MISSING']);
  });

  it('finds a fault in the last row of a large file before it answers', async () => {
    const csv = `${header}\n${`${LEGITIMATE}\n`.repeat(60_000)}0,0,0,0,0,0,0,9,0\n`;
    const answer = await postCsv(csv, 'text/csv');
    expect(answer.status).toBe(422);
    expect(answer.json.detail).toContain(
      'row 60001 (line 60002), column age_of_domain: "9" is not one of -1, 1',
    );
  });
});

describe('POST /v1/predictions/url', () => {
  it("reads URLs, keeps their context, and gives the data set's labels", async () => {
    const csv =
      'url,label,source\nhttp://phish.example/,phishing,feed\n"http://a.example/?q=1,2",benign,feed\n';
    const answer = await postCsv(csv, 'text/csv', '/v1/predictions/url');
    expect(answer.text.split('\n').slice(1, 3)).toEqual([
      `http://phish.example/,phishing,feed,phishing,malicious,${Math.fround(0.97)}`,
      `"http://a.example/?q=1,2",benign,feed,benign,safe,${Math.fround(0.02)}`,
    ]);
  });

  it('shows flagged URLs defanged on a page, and safe ones as they are', async () => {
    const csv = 'source,url\nhttp://feed.example/,http://phish.example/a.php\nfeed,http://a.example/b.html\n';
    const { text } = await postCsv(csv, 'text/html', '/v1/predictions/url');
    expect(text).toContain('<td>hxxp://phish[.]example/a[.]php</td>');
    expect(text).toContain('<td>http://a.example/b.html</td>');
    expect(text).not.toContain('phish.example');
    const { text: plain } = await postCsv(csv, 'text/csv', '/v1/predictions/url');
    expect(plain).toContain('http://phish.example/a.php');
  });

  it('names the rows that are no URLs, those that inference finds among them', async () => {
    const csv = 'url\nhttp://a.example/\nbad\n""\n';
    const answer = await postCsv(csv, 'text/csv', '/v1/predictions/url');
    expect(answer.status).toBe(422);
    expect(answer.json.detail).toContain('row 3 (line 4), column url: "" is not a URL');
    const late = await postCsv(
      `url\n${'http://a.example/\n'.repeat(2_500)}bad\n`,
      'text/csv',
      '/v1/predictions/url',
    );
    expect([late.status, late.json.detail]).toEqual([
      422,
      expect.stringContaining('row 2501 (line 2502), column url: "bad"'),
    ]);
  });
});

/** Chunks of an answer between two looks at the memory, each of which collects garbage. */
const CHUNKS_A_LOOK = 20;

/** Measures what is held, in bytes: what a collection leaves. Resident memory also counts what waits for one. */
function liveMemory(): () => number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  return () => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
}

describe('POST /v1/predictions/uci-30', () => {
  it('streams 200,000 rows through a bounded memory', async () => {
    const columns = UCI_30.columns.map((column) => column.name);
    const line = `${columns.map((_, index) => (index % 3) - 1).join(',')}\n`;
    const rows = 200_000;
    async function* upload(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(`${columns.join(',')}\n`);
      const block = Buffer.from(line.repeat(1_000));
      for (let sent = 0; sent < rows; sent += 1_000) yield block;
    }
    gateway.inference.asked.length = 0;
    const held = liveMemory();
    const before = held();
    let peak = before;
    let chunks = 0;
    const response = await fetch(`${gateway.url}/v1/predictions/uci-30`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv', accept: 'text/csv' },
      body: upload() as unknown as ReadableStream,
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(200);
    let lines = 0;
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      for (const byte of chunk) if (byte === 10) lines += 1;
      // What the scripted server wrote down is the test's memory, not the gateway's.
      gateway.inference.asked.length = 0;
      if (chunks++ % CHUNKS_A_LOOK === 0) peak = Math.max(peak, held());
    }
    expect(lines).toBe(rows + 1);
    // The input alone is 15 MB as text and some 300 MB as arrays of strings.
    expect((peak - before) / 1_048_576).toBeLessThan(64);
  }, 180_000);
});

describe('a client that goes away', () => {
  it('leaves no temporary file behind', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'weir-abort-'));
    vi.stubEnv('TMPDIR', folder);
    const controller = new AbortController();
    const response = await fetch(`${gateway.url}${PATH}`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv', accept: 'text/csv' },
      body: `${header}\n${`${LEGITIMATE}\n`.repeat(100_000)}`,
      signal: controller.signal,
    });
    expect(response.status).toBe(200);
    expect(readdirSync(folder)).toHaveLength(1);
    controller.abort();
    await vi.waitFor(() => expect(readdirSync(folder)).toEqual([]), 10_000);
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });
});
