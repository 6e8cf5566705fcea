import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A process of Weir's, with what it has printed. */
export interface WeirProcess {
  readonly child: ChildProcess;
  output(): string;
  /** Sends the signal and waits for the end. Gives the exit code, or the signal's name. */
  stop(signal?: NodeJS.Signals): Promise<number | NodeJS.Signals | null>;
}

/** Starts a service's built `main.js`. */
export function startProcess(
  service: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>>,
): WeirProcess {
  return startCommand(
    process.execPath,
    [`${ROOT}services/${service}/dist/main.js`, ...parameters],
    environment,
  );
}

/** Starts npm in the project's root, as a person does. */
export function startNpm(
  parameters: readonly string[],
  environment: Readonly<Record<string, string>>,
): WeirProcess {
  return startCommand('npm', parameters, environment);
}

function startCommand(
  command: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>>,
): WeirProcess {
  const child = spawn(command, [...parameters], {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return {
    child,
    output: () => output,
    stop: async (signal = 'SIGTERM') => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill(signal);
        await once(child, 'exit');
      }
      return child.exitCode ?? child.signalCode;
    },
  };
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Asks until the answer is there; a refusal to connect or a thrown error counts as "not yet". */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false>,
  seconds = 120,
): Promise<T> {
  const deadline = Date.now() + seconds * 1_000;
  let last: unknown;
  while (Date.now() < deadline) {
    try {
      const answer = await ask();
      if (answer !== null && answer !== undefined && answer !== false) return answer;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`no ${what} within ${seconds} s`, { cause: last });
}
