#!/usr/bin/env node
// `npm run test:openapi`: what the OpenAPI document says, thrown at a whole Weir by schemathesis, which is looked for in
// SCHEMATHESIS (the command's path) and on the PATH:  python3 -m venv .venv && .venv/bin/pip install schemathesis
//   FUZZ_SECONDS=60 FUZZ_SEED=1 npm run test:openapi -- [schemathesis options]
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const command = process.env.SCHEMATHESIS ?? 'schemathesis';
const { FUZZ_SECONDS = '60', FUZZ_SEED = '1' } = process.env;

/** Streams never end; to revoke keys would take the one away that asks. */
const LEFT_OUT = ['/v1/verdicts/stream$', '/v1/runs/{id}/events$', '/v1/keys/{id}$'];
/** Soon trained, so that models, cards and reports are there to be asked for. */
const FIRST_RUN = {
  schema: 'uci-30',
  source: { kind: 'file', path: 'uci-phishing-websites.csv.gz' },
  search: { algorithms: ['decision-tree'], folds: 2 },
  leaks: 'accept',
};

if (spawnSync(command, ['--version']).status !== 0) {
  process.stderr.write(`There is no ${command}: pip install schemathesis, and name it in SCHEMATHESIS.\n`);
  process.exit(1);
}

const home = mkdtempSync(join(tmpdir(), 'weir-openapi-'));
const weir = startWeir(home);
let status = 1;
try {
  const url = await addressOf(weir);
  const key = await makeKey(url);
  await train(url, key);
  status = await fuzz(url, key);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
} finally {
  weir.kill('SIGTERM');
  if (weir.exitCode === null) await once(weir, 'exit');
  rmSync(home, { recursive: true, force: true });
}
process.exit(status);

function startWeir(folder) {
  const main = join(root, 'services', 'standalone', 'dist', 'main.js');
  // Made-up addresses are not to be looked up.
  const settings = {
    WEIR_HOME: folder,
    WEIR_HOST: '127.0.0.1',
    WEIR_ENRICH: 'false',
    WEIR_RATE_LIMIT: '0',
    WEIR_RATE_LIMIT_ADDRESS: '0',
  };
  return spawn(process.execPath, [main, '--no-train', '--no-open', '--port', '0'], {
    cwd: root,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function addressOf({ stdout }) {
  for await (const line of createInterface({ input: stdout })) {
    const [, url] = /Weir runs at (\S+)/.exec(line) ?? [];
    if (url !== undefined) {
      stdout.resume();
      return url;
    }
  }
  throw new Error('Weir did not start');
}

async function ask(url, { key, ...options } = {}) {
  const headers = {
    'content-type': 'application/json',
    ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
  };
  const response = await fetch(url, { headers, ...options });
  const body = await response.json();
  if (!response.ok) throw new Error(`${url}: ${body.detail}`);
  return body;
}

async function makeKey(url) {
  const body = JSON.stringify({ name: 'schemathesis', scopes: ['admin'] });
  return (await ask(`${url}/v1/keys`, { method: 'POST', body })).key;
}

async function train(url, key) {
  const body = JSON.stringify(FIRST_RUN);
  const { id } = await ask(`${url}/v1/runs`, { method: 'POST', body, key });
  for (;;) {
    const { state, error } = await ask(`${url}/v1/runs/${id}`, { key });
    if (state === 'succeeded') return;
    if (state === 'failed') throw new Error(`The first run failed: ${error?.message}`);
    await sleep(200);
  }
}

async function fuzz(url, key) {
  const options = [
    ['--config-file', fileURLToPath(new URL('schemathesis.toml', import.meta.url)), 'run'],
    // Every check there is; naming them here would undo what the configuration says of one.
    [`${url}/openapi.json`, '--max-time', FUZZ_SECONDS, '--seed', FUZZ_SEED, '--continue-on-failure'],
    ['-H', `Authorization: Bearer ${key}`],
    ['--exclude-path-regex', LEFT_OUT.map((each) => each.replace(/[{}]/g, '\\$&')).join('|')],
    process.argv.slice(2),
  ];
  const running = spawn(command, options.flat(), { stdio: 'inherit' });
  const [code] = await once(running, 'exit');
  return code ?? 1;
}
