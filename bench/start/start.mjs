// Cold: a fresh clone, `npm start` (installs, builds, starts) until the first verdict, and until the first champion.
// Warm: the same again on the same state.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, postJson, ROOT, start, stop, until } from '../measure/processes.mjs';
import { printTable, spread } from '../measure/statistics.mjs';

const COLD_RUNS = 3;
const WARM_RUNS = 5;
const SAMPLE = { url: 'http://paypal.com.secure-login.example.tk/verify' };

export async function measure() {
  const cold = [];
  const champion = [];
  const warm = [];
  for (let run = 0; run < COLD_RUNS; run++) {
    const folder = mkdtempSync(join(tmpdir(), 'weir-bench-'));
    const clone = join(folder, 'weir');
    execFileSync('git', ['clone', '--quiet', ROOT, clone]);
    const home = join(folder, 'state');
    const times = await timeStart(clone, home, true);
    cold.push(times.verdict);
    champion.push(times.champion);
    for (let again = 0; again < Math.ceil(WARM_RUNS / COLD_RUNS); again++)
      warm.push((await timeStart(clone, home, false)).verdict);
    rmSync(folder, { recursive: true, force: true });
  }
  printTable(
    ['npm start', 'seconds: median (least–most)', 'runs'],
    [
      [
        'cold, to the first verdict (install from the package cache, build, start)',
        spread(cold),
        cold.length,
      ],
      ['cold, to the uci-30 champion', spread(champion), champion.length],
      ['warm, to the first verdict', spread(warm), warm.length],
    ],
  );
}

async function timeStart(clone, home, waitForChampion) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const begun = performance.now();
  const seconds = () => (performance.now() - begun) / 1000;
  const child = start('npm', ['start', '--', '--port', String(port), '--no-open'], {
    cwd: clone,
    env: { WEIR_HOME: home },
  });
  try {
    await until('verdict', () => postJson(`${url}/v1/verdicts`, SAMPLE), { child });
    const verdict = seconds();
    if (waitForChampion)
      await until('champion', async () => (await fetch(`${url}/v1/models/uci-30`)).ok, { child });
    return { verdict, champion: seconds() };
  } finally {
    await stop(child);
  }
}
