// From when an event was due to when its verdict was read, at three shares of the highest rate, which is measured just before.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { loadavg } from 'node:os';
import { createInterface } from 'node:readline';
import { ROOT } from '../measure/processes.mjs';
import { serverEnvironment } from '../measure/servers.mjs';
import { printTable } from '../measure/statistics.mjs';
import { EVENTS, SIDES as NAMES, SECONDS, WARM_UP, WARM_UP_SECONDS } from './settings.mjs';
import { chosenSides, registerStarter, SIDES } from './sides.mjs';
import { connect, removeTopics } from './topics.mjs';
import { watchCpu, withSide } from './trial.mjs';

const SHARES = [0.25, 0.5, 0.75];

export async function measureLatency() {
  const names = chosenSides(NAMES ?? [configured()]);
  const environment = serverEnvironment();
  const admin = connect().admin();
  await admin.connect();
  await registerStarter(environment);
  const results = {};
  for (const name of names)
    results[name] = await withSide(admin, environment, name, (side) => measureRates(name, side));
  await removeTopics(admin);
  await admin.disconnect();
  return { seconds: SECONDS, warmUpSeconds: WARM_UP_SECONDS, results };
}

/** Weir as the environment configures it. */
function configured() {
  const client = process.env.WEIR_KAFKA_CLIENT === 'platformatic' ? '-platformatic' : '';
  const delivery = process.env.WEIR_DELIVERY === 'exactly-once' ? '-exactly-once' : '';
  return `weir${client}${delivery}`;
}

async function measureRates(name, { children, burst }) {
  const highest = Number(process.env.BENCH_HIGHEST_RATE ?? (await burst()).rate);
  const levels = [];
  let base = WARM_UP + EVENTS;
  for (const share of SHARES) {
    const rate = Math.round(share * highest);
    levels.push({ share, rate, ...(await runLoad(rate, base, children)), load: loadavg()[0] });
    // Twice what was sent: the numbers beyond, which the generator tries the way with, are never met again.
    base += 2 * rate * (WARM_UP_SECONDS + SECONDS);
    process.stderr.write(`${name}, ${rate} events/s: p99 ${levels.at(-1).p99.toFixed(1)} ms\n`);
  }
  print(name, highest, levels);
  return { highest, levels };
}

async function runLoad(rate, base, children) {
  const generator = spawn(
    process.execPath,
    ['bench/stream/load/generator.mjs', rate, WARM_UP_SECONDS, SECONDS, base].map(String),
    { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const ended = once(generator, 'exit');
  const lines = createInterface({ input: generator.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`the load generator ended with ${(await ended)[0]}`);
    return value;
  };
  if ((await next()) !== 'ready') throw new Error('the load generator is not ready');
  const used = watchCpu(children);
  const begun = performance.now();
  generator.stdin.write('begin\n');
  const figures = JSON.parse(await next());
  const seconds = (performance.now() - begun) / 1000;
  await ended;
  const { cpu, brokerCpu } = used();
  const { generatorCpu, ...rest } = figures;
  return {
    ...rest,
    cores: cpu / seconds,
    ...(brokerCpu === undefined ? {} : { brokerCores: brokerCpu / seconds }),
    generatorCores: generatorCpu / seconds,
  };
}

function print(name, highest, levels) {
  const ms = (milliseconds) => milliseconds.toFixed(1);
  const cores = (each) => (each === undefined ? '–' : each.toFixed(2));
  process.stdout.write('\n');
  printTable(
    [
      `${SIDES[name].label}; highest rate ${Math.round(highest).toLocaleString('en')}/s`,
      'events/s',
      'p50, ms',
      'p95',
      'p99',
      'p99.9',
      'most',
      'sent late: p99, most',
      'cores: side, broker, generator',
      'missing, twice',
    ],
    levels.map((level) => [
      `${100 * level.share} %`,
      level.rate.toLocaleString('en'),
      ...['p50', 'p95', 'p99', 'p999', 'max'].map((figure) => ms(level[figure])),
      `${ms(level.lateP99)}, ${ms(level.lateMax)}`,
      [level.cores, level.brokerCores, level.generatorCores].map(cores).join(', '),
      `${level.missing}, ${level.duplicates}`,
    ]),
  );
}
