// One process's requests over HTTP, closed loop: each connection asks again as soon as it is answered.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('requests.lua', import.meta.url));

/** @typedef {{ rate: number, p50: number, p99: number }} Figures requests a second; milliseconds */

/** The same of several replicas at once, an equal share of the connections each; of the percentiles the worst. */
export async function loadAll({ urls, connections, ...options }) {
  const asked = urls.slice(0, connections);
  const share = Math.ceil(connections / asked.length);
  const found = await Promise.all(asked.map((url) => load({ ...options, url, connections: share })));
  const worst = (member) => Math.max(...found.map((each) => each[member]));
  return { rate: found.reduce((sum, { rate }) => sum + rate, 0), p50: worst('p50'), p99: worst('p99') };
}

/**
 * Asks for `seconds` over so many connections, by wrk, which takes a tenth of what a generator on Node does from those
 * that are measured. The bodies are sent one after another, whatever the connection. Throws where an answer is no success.
 */
export async function load({ url, bodies, connections, seconds }) {
  const folder = mkdtempSync(join(tmpdir(), 'weir-bench-load-'));
  const file = join(folder, 'bodies');
  writeFileSync(file, `${bodies.join('\n')}\n`);
  try {
    const output = await wrk(
      ['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '10s', '-s', SCRIPT, url],
      file,
    );
    const { requests, microseconds, p50, p99, failed } = JSON.parse(output.trim().split('\n').at(-1));
    if (failed > 0) throw new Error(`${failed} of ${requests} requests to ${url} failed`);
    return { rate: (requests / microseconds) * 1e6, p50: p50 / 1000, p99: p99 / 1000 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function wrk(parameters, bodies) {
  return new Promise((resolve, reject) => {
    const child = spawn('wrk', parameters, { env: { ...process.env, BENCH_BODIES: bodies } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', () => reject(new Error('wrk is needed: Debian has it as the package wrk')));
    child.once('exit', (code) =>
      code === 0 ? resolve(output) : reject(new Error(`wrk ended with ${code}: ${output}`)),
    );
  });
}
