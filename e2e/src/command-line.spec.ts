import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentsOf, WEIR, WeirCommand, weir } from './command-line.js';
import { Gateway, type RunView, type VerdictView } from './gateway.js';
import { freePort, startProcess, until, type WeirProcess } from './processes.js';

const PHISHING = 'http://paypal.com.secure-login.example.tk/verify';
const HARMLESS = 'https://www.wikipedia.org/';
const LIVE_LINK = /https?:\/\/(?!127\.0\.0\.1)/;
const DATASET = fileURLToPath(new URL('../../datasets/uci-phishing-websites.csv.gz', import.meta.url));
const NOBODY = 'http://127.0.0.1:2';

let home: string;
let folder: string;
let port: number;
let server: WeirProcess;
let environment: Record<string, string>;

const start = async () => {
  server = startProcess('standalone', ['--port', String(port), '--no-open', '--no-train'], {
    WEIR_HOME: home,
  });
  await until('readiness', () => new Gateway(environment.WEIR_GATEWAY ?? '').isReady());
};
const run = (argv: readonly string[], input = '') => weir(argv, { environment, input, cwd: folder });

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'weir-e2e-'));
  folder = await mkdtemp(join(tmpdir(), 'weir-cli-'));
  port = await freePort();
  environment = { WEIR_GATEWAY: `http://127.0.0.1:${port}`, WEIR_HOME: home, WEIR_API_KEY: '' };
  await start();
  await until('a model', async () => (await run(['check', HARMLESS])).code === 0);
});

afterAll(async () => {
  await server?.stop('SIGKILL');
  for (const each of [home, folder]) await rm(each, { recursive: true, force: true });
});

describe('weir check', () => {
  it('ends with 2 for phishing, tells why, and shows no live link', async () => {
    const { code, out } = await run(['check', PHISHING]);
    expect(code).toBe(2);
    expect(out).toMatch(/^malicious {2,}[01]\.\d{3} {2}hxxp:\/\/paypal\[\.\]com/);
    expect(out).toContain('why');
    expect(out).toContain('model     url version 1');
    expect(out).not.toMatch(LIVE_LINK);
  });

  it('ends with 0 for a harmless URL, and with 1 for what is none', async () => {
    expect((await run(['check', HARMLESS])).code).toBe(0);
    const { code, out } = await run(['check', HARMLESS, 'two words']);
    expect(code).toBe(1);
    expect(out).toContain('WEIR_URL_INVALID');
  });

  it('keeps the order of 3,000 URLs through a pipe, bad ones in their place', async () => {
    const urls = Array.from({ length: 3_000 }, (_, index) =>
      index % 500 === 499 ? `no url ${index}` : `http://host${index}.example/login`,
    );
    const { code, out, notes } = await run(['check', '--json'], `${urls.join('\n')}\n`);
    const verdicts = documentsOf<Partial<VerdictView> & { error?: { code: string } }>(out);
    expect(verdicts.map(({ url }) => url)).toEqual(urls);
    const errors = verdicts.flatMap(({ error }, index) => (error === undefined ? [] : [[index, error.code]]));
    expect(errors).toEqual(
      [499, 999, 1_499, 1_999, 2_499, 2_999].map((index) => [index, 'WEIR_URL_INVALID']),
    );
    expect(code).toBe(verdicts.some(({ verdict }) => verdict === 'malicious') ? 2 : 1);
    expect(notes).toBe('');
  });

  it('answers what comes slowly at once', async () => {
    const command = new WeirCommand(['check', '--json'], { environment });
    for (const url of [HARMLESS, PHISHING]) {
      command.child.stdin?.write(`${url}\n`);
      await until(`the verdict on ${url}`, async () => command.out.includes(url));
    }
    command.child.stdin?.end();
    expect((await command.end()).code).toBe(2);
  });

  it('stops quietly where whoever reads has seen enough', async () => {
    const urls = Array.from({ length: 20_000 }, (_, index) => `http://host${index}.example/`);
    await writeFile(join(folder, 'many.txt'), urls.join('\n'));
    const out = execFileSync(
      'bash',
      ['-c', 'set -o pipefail; "$0" "$1" check < many.txt 2> notes.txt | head -n 2', process.execPath, WEIR],
      { cwd: folder, env: { ...process.env, ...environment }, encoding: 'utf8' },
    );
    expect(out.trimEnd().split('\n')).toHaveLength(2);
    expect(await readFile(join(folder, 'notes.txt'), 'utf8')).toBe('');
  });

  it('ends with 130 on Ctrl-C while it waits for input, and says nothing', async () => {
    const command = new WeirCommand(['check'], { environment });
    command.child.stdin?.write(`${HARMLESS}\n`);
    await until('the first verdict', async () => command.out !== '');
    command.child.kill('SIGINT');
    expect(await command.end()).toMatchObject({ code: 130, notes: '' });
  });

  it('judges by the starter model where no gateway runs and none was named', async () => {
    const offline = { WEIR_GATEWAY: '', WEIR_HOME: home };
    // Where something listens at the default address, it is asked, and this says nothing.
    if (await new Gateway('http://127.0.0.1:8080').isReady().catch(() => false)) return;
    const { code, out, notes } = await weir(['check', PHISHING, HARMLESS], { environment: offline });
    expect(code).toBe(2);
    expect(notes).toContain('starter model');
    expect(out).toMatch(/^malicious/);
    expect(out).toMatch(/\nsafe /);
  });

  it('does not judge by itself where the gateway that was named is not there', async () => {
    const { code, notes, out } = await weir(['check', HARMLESS, '--gateway', NOBODY]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(notes).toMatch(/^weir: WEIR_GATEWAY_UNAVAILABLE: .*--gateway.*\n$/);
  });
});

describe('the pipeline', () => {
  it('takes rows in, validates them, and tells what was found', async () => {
    const { code, out } = await run(['ingest', DATASET, '--schema', 'uci-30']);
    expect(code).toBe(0);
    expect(out).toContain('ingestion   succeeded');
    expect(out).toContain('validation  succeeded');
    const [report] = documentsOf<{ id: string; status: string }>((await run(['reports', '--json'])).out);
    expect(report?.status).toBe('warned');
    expect((await run(['reports', 'show', report?.id ?? ''])).out).toContain('11,055 rows');
  });

  it('trains and follows the run, change by change with --json', async () => {
    const search = [
      '--algorithms',
      'random-forest',
      '--strategy',
      'random',
      '--candidates',
      '1',
      '--folds',
      '2',
    ];
    const { code, out } = await run(['train', '--schema', 'uci-30', '--json', ...search]);
    expect(code).toBe(0);
    const runs = documentsOf<RunView>(out);
    expect(runs.at(-1)).toMatchObject({ state: 'succeeded', model: 'uci-30', version: 1, alias: 'champion' });
    const again = await run(['train', '--schema', 'uci-30', '--no-wait', '--seed', '2', ...search]);
    const id = again.out.trim();
    expect((await run(['runs', 'follow', id])).out).toContain('uci-30 version 2');
    const shown = await run(['runs', 'show', id, '--json']);
    expect(documentsOf<RunView>(shown.out)).toMatchObject([{ id, state: 'succeeded' }]);
    const listed = await run(['runs', '--json', '--schema', 'uci-30']);
    expect(documentsOf<RunView>(listed.out).map((each) => each.id)).toContain(id);
  });

  it('ends with 1 where a run fails, and tells why', async () => {
    const { code, notes } = await run(['train', '--schema', 'uci-9']);
    expect(code).toBe(1);
    expect(notes).toMatch(/^weir: WEIR_/);
  });

  it('promotes, rolls back, compares, and takes a model elsewhere', async () => {
    const champion = async () => {
      const [version] = documentsOf<{ version: number }>(
        (await run(['models', 'show', 'uci-30', 'champion', '--json'])).out,
      );
      return version?.version;
    };
    expect((await run(['models', 'promote', 'uci-30', '2', '--reason', 'a test'])).code).toBe(0);
    expect(await champion()).toBe(2);
    expect((await run(['models', 'promote', 'uci-30', '1'])).code).toBe(0);
    expect((await run(['models', 'rollback', 'uci-30'])).out).toContain('uci-30 version 2 is champion');
    expect((await run(['models', 'compare', 'uci-30', '1', 'champion'])).out).toContain('METRIC');
    expect((await run(['models'])).out).toMatch(/uci-30 +2 +.*champion/);
    expect((await run(['models', 'show', 'uci-30', 'nobody'])).notes).toContain('no alias "nobody"');
    const { code } = await run(['models', 'download', 'uci-30', '2', '--format', 'onnx', '-o', 'two.onnx']);
    expect(code).toBe(0);
    expect((await stat(join(folder, 'two.onnx'))).size).toBeGreaterThan(1_000);
    expect((await run(['models', 'promote', 'uci-30', '99'])).code).toBe(1);
  });

  it('predicts a CSV from one stream to the other', async () => {
    const argv = [
      'check',
      '--csv',
      DATASET,
      '--schema',
      'uci-30',
      '-o',
      'predicted.csv',
      '--fail-on',
      'never',
    ];
    const { code, notes } = await until('predictions', async () => {
      const ended = await run(argv);
      return ended.code === 0 && ended;
    });
    expect(code).toBe(0);
    expect(notes).toContain('11,055 rows: ');
    const lines = (await readFile(join(folder, 'predicted.csv'), 'utf8')).trimEnd().split('\n');
    expect(lines).toHaveLength(11_056);
    expect(lines[0]).toMatch(/,Result,prediction,verdict,probability\r?$/);
  });

  it('tells the row and column of a CSV that cannot be read', async () => {
    const { code, notes, out } = await run(['check', '--csv', '-', '--schema', 'uci-30'], 'a,b\n1,2\n');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(notes).toMatch(/^weir: WEIR_DATA_COLUMNS: /);
  });
});

describe('the stream', () => {
  it('is published to, and followed until Ctrl-C', async () => {
    const follower = new WeirCommand(['verdicts', '--follow', '--json', '--host', 'followed.example'], {
      environment,
    });
    const urls = Array.from({ length: 5 }, (_, index) => `http://followed.example/${index}`);
    await until('the five verdicts', async () => {
      const { code } = await run(['publish', '--source', 'a test'], urls.join('\n'));
      expect(code).toBe(0);
      return documentsOf(follower.out.slice(0, follower.out.lastIndexOf('\n') + 1)).length >= 5;
    });
    follower.child.kill('SIGINT');
    const { code, out, notes } = await follower.end();
    expect({ code, notes }).toEqual({ code: 130, notes: '' });
    const followed = documentsOf<VerdictView>(out).map(({ url }) => url);
    expect(new Set(followed)).toEqual(new Set(urls));
    const listed = await run(['verdicts', '--host', 'followed.example', '--limit', '3', '--json']);
    expect(documentsOf(listed.out)).toHaveLength(3);
  });
});

describe('the lists', () => {
  it('overrule the model until an entry is taken off', async () => {
    expect((await run(['lists', 'deny', 'add', 'listed.example', '--reason', 'a test'])).code).toBe(0);
    await until('the entry', async () => (await run(['check', 'http://listed.example/'])).code === 2);
    expect((await run(['lists'])).out).toMatch(/deny +listed\[\.\]example +a test/);
    expect((await run(['lists', 'deny', 'remove', 'listed.example'])).code).toBe(0);
    expect(documentsOf((await run(['lists', 'deny', '--json'])).out)).toEqual([]);
  });
});

describe('keys', () => {
  it('open and close the gateway: made in the store of a stopped Weir, then over the gateway', async () => {
    await server.stop();
    const stopped = { ...environment, WEIR_GATEWAY: '' };
    const made = await weir(['keys', 'create', 'boss', '--scope', 'admin'], { environment: stopped });
    expect(made.code).toBe(0);
    const admin = made.out.trim();
    expect(admin).toMatch(/^weir_[0-9a-f]{20}_/);
    await start();
    // Its own start-up goes on asking, with a key of the process.
    await until('its own first verdict', async () => server.output().includes('First verdict'));
    expect(await run(['models'])).toMatchObject({
      code: 1,
      notes: expect.stringMatching(/WEIR_KEY_REQUIRED/),
    });
    const wrong = await weir(['models'], { environment: { ...environment, WEIR_API_KEY: `${admin}x` } });
    expect(wrong).toMatchObject({ code: 1, notes: expect.stringMatching(/WEIR_KEY_REFUSED/) });
    await writeFile(join(folder, 'boss.key'), `${admin}\n`, { mode: 0o600 });
    const asBoss = ['--key-file', 'boss.key'];
    const reader = await run([
      ...asBoss,
      'keys',
      'create',
      'reader',
      '--scope',
      'read',
      '--expires',
      '1d',
      '--json',
    ]);
    const [{ id, key } = { id: '', key: '' }] = documentsOf<{ id: string; key: string }>(reader.out);
    const asReader = { environment: { ...environment, WEIR_API_KEY: key } };
    expect((await weir(['models'], asReader)).code).toBe(0);
    const refused = await weir(['check', HARMLESS], asReader);
    expect(refused).toMatchObject({ code: 1, notes: expect.stringContaining('WEIR_SCOPE_MISSING') });
    expect((await run([...asBoss, 'keys', 'revoke', id])).code).toBe(0);
    await until('the end of the key', async () => (await weir(['models'], asReader)).code === 1);
    const listed = await run([...asBoss, 'keys', '--json']);
    expect(documentsOf<{ name: string }>(listed.out).map(({ name }) => name)).toEqual(['reader', 'boss']);
    expect(listed.out).not.toContain(key);
  });
});
