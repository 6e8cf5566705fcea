#!/usr/bin/env node
// `npm run test:stack`: the contract suites and the pipeline on real servers. They are taken from the environment;
// what is not named there is started in containers, if an engine is there.
import { spawnSync } from 'node:child_process';

const NEEDED = ['KAFKA_BROKERS', 'MONGODB_URI', 'REDIS_URL', 'S3_ENDPOINT'];

const missing = NEEDED.filter((name) => !process.env[name]);
const containers = missing.length === 0 ? undefined : await startContainers(missing);
const { status } = spawnSync(
  'npx',
  ['vitest', 'run', '--config', 'vitest.stack.config.ts', ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
await containers?.stop();
process.exit(status ?? 1);

async function startContainers(missing) {
  const { engineProblem, startServers } = await import('./stack-containers.mjs');
  const problem = await engineProblem();
  if (problem !== undefined) {
    process.stderr.write(
      `These variables are not set: ${missing.join(', ')}; and there is no container engine to start the servers with (${problem}).\n` +
        'Set them to servers of yours (see README), or start Docker.\n',
    );
    process.exit(1);
  }
  process.stdout.write(`Starting containers for ${missing.join(', ')} …\n`);
  return startServers(missing);
}
