import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

export interface ServiceStart {
  /** The name in the report and of the log. */
  readonly name: string;
  readonly port: number;
  readonly service: 'inference' | 'training';
  readonly environment: Readonly<Record<string, string>>;
  readonly logFile: string;
}

const running = new Set<ChildProcess>();

/** Kills what was started and still runs, stopped processes too: nothing may outlast an interrupted run. */
export function killServices(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** A service's process, its output in a file: a stopped process must not be held up by a full pipe when it wakes. */
export class ServiceProcess {
  readonly ended: Promise<number | NodeJS.Signals | null>;
  /** Stopped by SIGSTOP, and not yet continued. */
  frozen = false;
  /** Has answered once. */
  up = false;
  /** Asked to end, or killed. */
  leaving = false;

  private constructor(
    readonly name: string,
    readonly port: number,
    private readonly child: ChildProcess,
  ) {
    this.ended = once(child, 'exit').then(
      ([code, signal]) => (code ?? signal) as number | NodeJS.Signals | null,
    );
  }

  static start({ name, port, service, environment, logFile }: ServiceStart): ServiceProcess {
    const log = openSync(logFile, 'a');
    const child = spawn(process.execPath, [`${ROOT}services/${service}/dist/main.js`], {
      cwd: ROOT,
      env: { ...process.env, ...environment, WEIR_PORT: String(port) },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    running.add(child);
    child.once('exit', () => running.delete(child));
    return new ServiceProcess(name, port, child);
  }

  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  freeze(): void {
    this.frozen = true;
    this.child.kill('SIGSTOP');
  }

  thaw(): void {
    this.frozen = false;
    this.child.kill('SIGCONT');
  }

  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | NodeJS.Signals | null> {
    this.leaving = true;
    if (this.running) this.child.kill(signal);
    return this.ended;
  }
}
