import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const RUN = `
import { runnerImport } from ${JSON.stringify(pathToFileURL(createRequire(import.meta.url).resolve('vite')).href)};
await runnerImport(process.env.WEIR_TEST_SCRIPT, { configFile: false, logLevel: 'error' });
`;

/** Runs a TypeScript file in a process of its own, for tests of what only a real process can show. */
export function typescriptProcess(
  script: string,
  environment: Readonly<Record<string, string>>,
): ChildProcess {
  return spawn(process.execPath, ['--input-type=module', '--eval', RUN], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment, WEIR_TEST_SCRIPT: script },
  });
}
