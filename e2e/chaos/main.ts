import { randomBytes, randomInt } from 'node:crypto';
import { appendFileSync, mkdirSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ALL_TOPICS } from '@weir/contracts';
import { createLogger, ModelRegistry, openBackends, readEnvironment } from '@weir/platform';
import { freePort, until } from '../src/processes.js';
import type { Judgement } from './judges/index.js';
import { ModelDesk } from './models/model-desk.js';
import { type ChaosOptions, type Delivery, readOptions, USAGE } from './options.js';
import { killServices, ServiceProcess } from './processes/service-process.js';
import { hasFaults, reportOf } from './report.js';
import { Round } from './round/round.js';
import { Servers } from './servers/servers.js';

const MOST_SEED = 2 ** 31;
/** Between the seeds of a run's rounds, so that those of neighbouring runs differ. */
const SEED_STEP = 1_000_003;

/** `npm run test:chaos`. Resolves to the exit code: 0 where every judge of every round found nothing wrong. */
export async function main(parameters: readonly string[]): Promise<number> {
  if (parameters.includes('--help')) {
    print(USAGE);
    return 0;
  }
  let options: ChaosOptions;
  try {
    options = readOptions(parameters, () => randomInt(1_000_000));
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
  process.once('exit', killServices);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  const own = `weir-chaos-${randomBytes(3).toString('hex')}`;
  const servers = await Servers.open(own);
  const folder = await mkdtemp(join(tmpdir(), `${own}-`));
  print(`seed ${options.seed}; the processes' logs are in ${folder}\nKafka: ${servers.broker.how}`);
  try {
    return await runRounds(options, servers, own, folder);
  } finally {
    await servers.close();
  }
}

async function runRounds(
  options: ChaosOptions,
  servers: Servers,
  own: string,
  folder: string,
): Promise<number> {
  const environment = readEnvironment({ ...servers.direct });
  const logger = createLogger({ service: 'inference', level: 'silent' });
  const backends = await openBackends(environment, () => logger);
  const outcomes: string[] = [];
  try {
    await backends.bus.ensureTopics(ALL_TOPICS);
    await registerStarter(
      servers,
      new ModelRegistry(backends.documents, backends.bus, '/weir/chaos'),
      folder,
    );
    const desk = await ModelDesk.open(backends);
    for (let number = 1; number <= options.rounds; number++) {
      for (const delivery of options.deliveries) {
        const name = `round ${number}, ${delivery}`;
        print(`\n${name}: ${options.urls.toLocaleString('en')} URLs, ${options.client}`);
        const judgements = await runRound({ options, servers, desk, own, folder, number, delivery });
        outcomes.push(`${hasFaults(judgements) ? 'FAILED' : 'ok    '}  ${name}`);
      }
    }
  } finally {
    await backends.close();
  }
  print(`\nseed ${options.seed}\n${outcomes.join('\n')}\nlogs and faults: ${folder}`);
  return outcomes.some((outcome) => outcome.startsWith('FAILED')) ? 1 : 0;
}

interface RoundRequest {
  readonly options: ChaosOptions;
  readonly servers: Servers;
  readonly desk: ModelDesk;
  readonly own: string;
  readonly folder: string;
  readonly number: number;
  readonly delivery: Delivery;
}

async function runRound({ own, folder, number, ...request }: RoundRequest): Promise<Judgement[]> {
  const { options, delivery } = request;
  const name = `round-${number}-${delivery}`;
  const roundFolder = join(folder, name);
  mkdirSync(roundFolder);
  const begun = performance.now();
  const say = (what: string) => {
    const line = `${((performance.now() - begun) / 1_000).toFixed(1).padStart(7)} s  ${what}`;
    appendFileSync(join(roundFolder, 'actions.log'), `${new Date().toISOString()} ${line}\n`);
    print(line);
  };
  const prefix = `${own.slice('weir-chaos-'.length)}-${number}${delivery.slice(0, 1)}`;
  const seed = (options.seed + number * SEED_STEP) % MOST_SEED;
  const judgements = await new Round({ ...request, seed, prefix, folder: roundFolder, say }).run();
  print(reportOf(judgements));
  await writeFile(join(roundFolder, 'judgements.json'), JSON.stringify(judgements, null, 2));
  return judgements;
}

/** As an operator does: the training service registers the starter model, then it is not needed any more. */
async function registerStarter(servers: Servers, registry: ModelRegistry, folder: string): Promise<void> {
  const training = ServiceProcess.start({
    name: 'training',
    service: 'training',
    port: await freePort(),
    environment: servers.direct,
    logFile: join(folder, 'training.log'),
  });
  try {
    await until('a starter model as champion', () => registry.champion('url'));
  } finally {
    await training.end('SIGTERM');
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
