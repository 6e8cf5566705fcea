import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentsOf, plainEnvironment, WEIR } from './command-line.js';
import { Gateway, type VerdictView } from './gateway.js';
import { freePort, startProcess, until, type WeirProcess } from './processes.js';
import { hasCommand } from './readme.js';
import { blocksOf } from './snippets.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** A malicious URL among those checked is what the first example is about. */
const EXPECTED_CODES = [0, 2];

let folder: string;
let server: WeirProcess;
let gateway: Gateway;
let environment: NodeJS.ProcessEnv;

/** A line in a shell, with `weir` on the PATH. Gives its exit code and what it prints. */
const shell = async (line: string) => {
  const options = { cwd: folder, env: environment, encoding: 'utf8' as const, timeout: 120_000 };
  try {
    const { stdout, stderr } = await promisify(execFile)('bash', ['-c', line], options);
    return { code: 0, stdout, stderr };
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string };
  }
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weir-docs-'));
  await mkdir(join(folder, 'bin'));
  await symlink(WEIR, join(folder, 'bin', 'weir'));
  for (const each of ['datasets', 'examples']) await symlink(join(ROOT, each), join(folder, each));
  const port = await freePort();
  gateway = new Gateway(`http://127.0.0.1:${port}`);
  environment = {
    ...plainEnvironment(),
    PATH: `${folder}/bin:${process.env.PATH}`,
    WEIR_GATEWAY: gateway.url,
  };
  server = startProcess('standalone', ['--port', String(port), '--no-open', '--no-train'], {
    WEIR_HOME: join(folder, 'state'),
  });
  await until('a verdict', () => gateway.send('POST', '/v1/verdicts', { url: 'https://example.org/' }));
});

afterAll(async () => {
  await server?.stop('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

describe('docs/cli.md', () => {
  it('has examples that work, in their order', async () => {
    const lines = blocksOf('cli.md', 'sh').flatMap((block) => block.trim().split('\n'));
    expect(lines.length).toBeGreaterThan(15);
    for (const line of lines) {
      const { code, stderr } = await shell(line);
      expect(EXPECTED_CODES, `${line}: ${stderr}`).toContain(code);
    }
  });
});

/** Publishes a URL again and again until the work is done: a stream shows what comes after it was opened. */
const whilePublishing = async <Result>(url: string, work: () => Promise<Result>): Promise<Result> => {
  const timer = setInterval(() => gateway.send('POST', '/v1/events', { url }).catch(() => undefined), 500);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
};

describe('the TypeScript client', () => {
  it('works as docs/client.md says', async () => {
    const [snippet = ''] = blocksOf('client.md', 'ts');
    const code = snippet.replace('http://127.0.0.1:8080', gateway.url);
    const parameters = ['--input-type=module', '-e', code];
    const options = { cwd: ROOT, env: environment, encoding: 'utf8' as const, timeout: 60_000 };
    const { stdout } = await whilePublishing('http://paypal.com.secure-login.example.tk/', () =>
      promisify(execFile)(process.execPath, parameters, options),
    );
    expect(stdout).toMatch(/^malicious \[/);
    expect(stdout).toContain('WEIR_NOT_FOUND 404');
    expect(stdout).toContain('secure-login.example.tk');
  });
});

describe.runIf(hasCommand('python3'))('the Python example', () => {
  const client = 'python3 examples/python/weir_client.py';

  it('works as docs/client.md says', async () => {
    const [line = '', publish = ''] = blocksOf('client.md', 'sh').join('').trim().split('\n');
    const verdicts = documentsOf<VerdictView>((await shell(line)).stdout);
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['malicious', 'safe']);
    expect((await shell(publish)).stdout.trim().split('\n')).toHaveLength(2);
  });

  it('follows the stream', async () => {
    const { stdout } = await whilePublishing('http://followed.example/', () =>
      shell(`timeout 20 ${client} follow safe | head -n 2`),
    );
    const followed = documentsOf<VerdictView>(stdout).map(({ url }) => url);
    expect(followed).toEqual(Array(2).fill('http://followed.example/'));
  });

  it('tells a problem by its code', async () => {
    const { code, stderr } = await shell(`timeout 20 ${client} follow dubious`);
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringMatching(/^WEIR_/) });
  });
});
