import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The command as `npm link` gives it. */
export const WEIR = fileURLToPath(new URL('../../scripts/weir.mjs', import.meta.url));

export interface Ended {
  /** The exit code, or the signal that ended it. */
  readonly code: number | NodeJS.Signals | null;
  readonly out: string;
  readonly notes: string;
}

export interface Surroundings {
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** `weir` as a process of its own, still running. */
export class WeirCommand {
  readonly child: ChildProcess;
  #out = '';
  #notes = '';
  readonly #ended: Promise<unknown>;

  constructor(argv: readonly string[], { input, environment, cwd }: Surroundings = {}) {
    this.child = spawn(process.execPath, [WEIR, ...argv], {
      ...(cwd === undefined ? {} : { cwd }),
      env: { ...plainEnvironment(), ...environment },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.#ended = once(this.child, 'close');
    this.child.stdout?.on('data', (chunk: Buffer) => (this.#out += chunk.toString()));
    this.child.stderr?.on('data', (chunk: Buffer) => (this.#notes += chunk.toString()));
    // A command that needs no more input closes it before it is written.
    this.child.stdin?.on('error', () => undefined);
    if (input !== undefined) this.child.stdin?.end(input);
  }

  get out(): string {
    return this.#out;
  }

  get notes(): string {
    return this.#notes;
  }

  async end(): Promise<Ended> {
    await this.#ended;
    return { code: this.child.exitCode ?? this.child.signalCode, out: this.#out, notes: this.#notes };
  }
}

/** Runs `weir` to its end; standard input is empty where none is given. */
export function weir(argv: readonly string[], around: Surroundings = {}): Promise<Ended> {
  return new WeirCommand(argv, { input: '', ...around }).end();
}

/** Lines of JSON. */
export function documentsOf<Document>(out: string): Document[] {
  return out
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Document);
}

/** This process's environment, but for what some runners of tests set: colours where nobody sees them. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _forced, ...environment } = process.env;
  return environment;
}
