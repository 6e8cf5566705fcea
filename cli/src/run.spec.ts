import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runWeir, scriptedGateway, sendJson } from './testing/run-weir.js';

const problem = (code: string, detail: string) => ({ code, detail, status: 400, title: 'A title' });

function temporaryFile(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'weir-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'file');
  writeFileSync(path, text);
  return path;
}

describe('a line that is not understood', () => {
  it.each([
    [['chek'], 'Did you mean check?'],
    [['models', 'promot'], 'promote'],
    [['check', '--jsn', 'a.example'], '--json'],
    [['models', 'promote', 'url', 'newest'], 'whole number'],
    [['keys', 'create', 'x', '--scope', 'root'], 'predict, publish, read, train, admin'],
    [['train'], '--schema'],
    [['ingest', '--schema', 'url'], '--source'],
    [['check', '--gateway', 'ftp://a.example', 'a.example'], 'such as http://127.0.0.1:8080, not'],
    [['check', '--csv', '/no/such/file'], 'no such file'],
    [['check', '--csv', tmpdir()], 'is a folder'],
    [['check', '--key-file', '/no/such/file', 'a.example'], 'key file'],
  ])('%j ends with 64, in one line that helps', async (argv, help) => {
    const { exitCode, out, notes } = await runWeir(argv, {
      environment: { WEIR_GATEWAY: 'http://127.0.0.1:2' },
    });
    expect(exitCode).toBe(64);
    expect(out).toBe('');
    expect(notes).toMatch(/^weir: WEIR_USAGE: .*\n$/);
    expect(notes).toContain(help);
  });

  it('tells to name URLs where none are named and nothing is piped in', async () => {
    const { exitCode, notes } = await runWeir(['check'], {
      environment: { WEIR_GATEWAY: 'http://127.0.0.1:2' },
    });
    expect(exitCode).toBe(64);
    expect(notes).toContain('one a line');
  });
});

describe('help', () => {
  it('has examples, and ends well', async () => {
    for (const argv of [
      [],
      ['--help'],
      ['check', '--help'],
      ['models', '--help'],
      ['keys', 'create', '--help'],
    ]) {
      const { exitCode } = await runWeir(argv);
      expect(exitCode).toBe(0);
    }
  });

  it('tells the version', async () => {
    expect((await runWeir(['--version'])).exitCode).toBe(0);
  });
});

describe('failures', () => {
  it('tells a gateway that is not there in one line, without a stack', async () => {
    const { exitCode, notes } = await runWeir(['models'], {
      environment: { WEIR_GATEWAY: 'http://127.0.0.1:2' },
    });
    expect(exitCode).toBe(1);
    expect(notes).toMatch(
      /^weir: WEIR_GATEWAY_UNAVAILABLE: no answer from http:\/\/127\.0\.0\.1:2 \(ECONNREFUSED\)\. .*npm start\.\n$/,
    );
  });

  it('has the stack with WEIR_DEBUG', async () => {
    const environment = { WEIR_GATEWAY: 'http://127.0.0.1:2', WEIR_DEBUG: '1' };
    expect((await runWeir(['models'], { environment })).notes).toContain('    at ');
  });

  it('tells a wrong key, where keys come from, and never the key itself', async () => {
    const { url, seen } = await scriptedGateway((_, response) =>
      sendJson(response, problem('WEIR_KEY_REFUSED', 'The key is not valid.'), 401),
    );
    const environment = { WEIR_GATEWAY: url, WEIR_API_KEY: 'weir_a_hush' };
    const { exitCode, notes } = await runWeir(['models'], { environment });
    expect(exitCode).toBe(1);
    expect(notes).toBe(
      'weir: WEIR_KEY_REFUSED: The key is not valid. The key is read from WEIR_API_KEY, or from the file of --key-file.\n',
    );
    expect(seen[0]?.headers.authorization).toBe('Bearer weir_a_hush');
  });

  it('tells each field that is wrong, and shows no live link', async () => {
    const errors = [{ path: 'urls[0]', code: 'isUrl', message: 'http://evil.example/ is none' }];
    const { url } = await scriptedGateway((_, response) =>
      sendJson(response, { ...problem('WEIR_REQUEST_INVALID', 'Mend it.'), errors }, 400),
    );
    const { notes } = await runWeir(['publish', 'x', '--gateway', url]);
    expect(notes).toBe('weir: WEIR_REQUEST_INVALID: Mend it.\n  urls[0]: hxxp://evil[.]example/ is none\n');
  });

  it('tells a field once where the sentence before names it already', async () => {
    const errors = [{ path: 'name', code: 'matches', message: 'a name begins with a letter' }];
    const detail = 'name: a name begins with a letter. Mend the fields named.';
    const { url } = await scriptedGateway((_, response) =>
      sendJson(response, { ...problem('WEIR_REQUEST_INVALID', detail), errors }, 400),
    );
    const { notes } = await runWeir(['publish', 'x', '--gateway', url]);
    expect(notes).toBe(`weir: WEIR_REQUEST_INVALID: ${detail}\n`);
  });

  it('tells the first ten fields, and how many more there are', async () => {
    const errors = Array.from({ length: 32 }, (_, index) => ({
      path: `urls[${index}]`,
      code: 'x',
      message: 'no',
    }));
    const { url } = await scriptedGateway((_, response) =>
      sendJson(response, { ...problem('WEIR_REQUEST_INVALID', 'Mend it.'), errors }, 400),
    );
    const { notes } = await runWeir(['publish', 'x', '--gateway', url]);
    expect(notes.trimEnd().split('\n')).toHaveLength(12);
    expect(notes).toContain('… and 22 more');
  });

  it('reads the key from a file, which wins over the variable', async () => {
    const { url, seen } = await scriptedGateway((_, response) =>
      sendJson(response, { models: [], next: null }),
    );
    const file = temporaryFile('weir_file_key\n');
    await runWeir(['models', '--gateway', url, '--key-file', file], {
      environment: { WEIR_API_KEY: 'other' },
    });
    expect(seen[0]?.headers.authorization).toBe('Bearer weir_file_key');
  });

  it('refuses a key that no header can hold, without showing it', async () => {
    const environment = { WEIR_GATEWAY: 'http://127.0.0.1:2', WEIR_API_KEY: 'höchst geheim' };
    const { exitCode, notes } = await runWeir(['models'], { environment });
    expect(exitCode).toBe(64);
    expect(notes).not.toContain('geheim');
  });
});

describe('what is sent twice', () => {
  it('is published once: each batch has a key of its own, the same when it is sent again', async () => {
    const { url, seen } = await scriptedGateway(({ body }, response, nth) =>
      nth === 1
        ? sendJson(response, problem('WEIR_OVERLOADED', 'Wait.'), 503, { 'retry-after': '0' })
        : sendJson(
            response,
            { ids: (JSON.parse(body) as { urls: string[] }).urls.map((each) => `id-${each}`) },
            202,
          ),
    );
    const { exitCode, out } = await runWeir(['publish', '--gateway', url], { input: 'a\nb\n' });
    expect(exitCode).toBe(0);
    expect(out).toBe('id-a\nid-b\n');
    const keys = seen.map(({ headers }) => headers['idempotency-key']);
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('runs follow', () => {
  const failed = {
    id: 'r-1',
    schema: 'url',
    state: 'failed',
    stages: { ingestion: { state: 'failed', done: 0, total: 0, message: 'http://evil.example/ in row 3' } },
    error: { code: 'WEIR_DATA_VALUE', message: 'row 3: http://evil.example/' },
  };

  it('ends with 1 where the run failed, and tells why without a live link', async () => {
    const { url } = await scriptedGateway((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.end(
        `data: ${JSON.stringify({ ...failed, state: 'running' })}\n\ndata: ${JSON.stringify(failed)}\n\n`,
      );
    });
    const { exitCode, out } = await runWeir(['runs', 'follow', 'r-1', '--gateway', url]);
    expect(exitCode).toBe(1);
    expect(out).toContain('WEIR_DATA_VALUE: row 3: hxxp://evil[.]example/');
    expect(out).not.toContain('http://');
  });
});

describe('--csv', () => {
  const CSV = 'url,prediction,verdict,probability\na.example,phishing,malicious,0.9\n';

  it('leaves no half a file where the connection breaks', async () => {
    const { url } = await scriptedGateway((_, response) => {
      response.writeHead(200, { 'content-type': 'text/csv' });
      response.write(CSV);
      setTimeout(() => response.destroy(), 20);
    });
    const file = temporaryFile('url\na.example\n');
    const argv = ['check', '--csv', file, '-o', `${file}.out`, '--gateway', url];
    const { exitCode, notes } = await runWeir(argv);
    expect(exitCode).toBe(1);
    expect(notes).toContain('WEIR_GATEWAY_UNAVAILABLE');
    for (const name of ['out', 'out.part']) expect(() => readFileSync(`${file}.${name}`)).toThrow('ENOENT');
  });

  it('tells once that a result cannot be written', async () => {
    const { url } = await scriptedGateway((_, response) => {
      response.writeHead(200, { 'content-type': 'text/csv' });
      response.end(CSV);
    });
    const file = temporaryFile('url\na.example\n');
    const argv = ['check', '--csv', file, '-o', '/no/such/folder/out.csv', '--gateway', url];
    const { exitCode, notes } = await runWeir(argv);
    expect(exitCode).toBe(64);
    expect(notes).toMatch(/^weir: WEIR_USAGE: the file cannot be written: ENOENT.*\n$/);
  });

  it('sends the file as it is, and counts what comes back', async () => {
    const { url, seen } = await scriptedGateway((_, response) => {
      response.writeHead(200, { 'content-type': 'text/csv' });
      response.end(CSV);
    });
    const file = temporaryFile('url\na.example\n');
    const { exitCode, out } = await runWeir(['check', '--csv', file, '--gateway', url]);
    expect(exitCode).toBe(2);
    expect(out).toBe(CSV);
    expect(seen[0]).toMatchObject({ url: '/v1/predictions/url', body: 'url\na.example\n' });
  });

  it('gives rows as JSON', async () => {
    const { url } = await scriptedGateway((_, response) => {
      response.writeHead(200, { 'content-type': 'text/csv' });
      response.end(CSV);
    });
    const { out } = await runWeir(['check', '--csv', '-', '--json', '--gateway', url], {
      input: 'url\na.example\n',
    });
    expect(JSON.parse(out)).toEqual({
      url: 'a.example',
      prediction: 'phishing',
      verdict: 'malicious',
      probability: 0.9,
    });
  });
});
