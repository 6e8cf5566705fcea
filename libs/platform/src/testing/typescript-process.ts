import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const RUN = `
import { runnerImport } from ${JSON.stringify(pathToFileURL(createRequire(import.meta.url).resolve('vite')).href)};
await runnerImport(process.env.WEIR_TEST_SCRIPT, { configFile: false, logLevel: 'error' });
`;

/**
 * Runs a TypeScript file in a process of its own, for tests of what only a real process can show. With `maxFileKiB` no
 * file of it can grow further, as on a full disk, until `prlimit` lifts the bound (Linux).
 */
export function typescriptProcess(
  script: string,
  environment: Readonly<Record<string, string>>,
  maxFileKiB?: number,
): ChildProcess {
  const [command, ...parameters] = [process.execPath, '--input-type=module', '--eval', RUN];
  const options = {
    stdio: ['ignore', 'pipe', 'inherit'] as ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment, WEIR_TEST_SCRIPT: script },
  };
  if (maxFileKiB === undefined) return spawn(command, parameters, options);
  // `ulimit -f` counts blocks of 512 bytes.
  const limited = ['-c', `ulimit -S -f ${maxFileKiB * 2}; exec "$0" "$@"`, command, ...parameters];
  return spawn('/bin/sh', limited, options);
}
