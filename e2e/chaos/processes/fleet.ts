import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort, until } from '../../src/processes.js';
import { ServiceProcess } from './service-process.js';

/** What orchestrators grant a process to end in (docs/operations.md). */
const TERMINATION_GRACE_MS = 60_000;

/** The inference processes of a round. */
export class Fleet {
  readonly #processes: ServiceProcess[] = [];
  readonly #endings: Promise<void>[] = [];
  #started = 0;
  /** Processes that ended otherwise than they were asked to. */
  readonly faults: string[] = [];
  /** Exits after SIGTERM. */
  terminated = 0;

  constructor(
    private readonly environment: Readonly<Record<string, string>>,
    private readonly logFolder: string,
  ) {}

  /** Resolves when the process answers, or has ended; with `ready`, when it says that it is ready. */
  async start(ready = false): Promise<string> {
    this.#started += 1;
    const name = `inference-${this.#started}`;
    const port = await freePort();
    const process = ServiceProcess.start({
      name,
      port,
      service: 'inference',
      environment: this.environment,
      logFile: join(this.logFolder, `${name}.log`),
    });
    this.#processes.push(process);
    void process.ended.then((how) => {
      if (!process.leaving) this.faults.push(`${name}: ended by itself with ${how}`);
    });
    await this.#comesUp(process);
    if (ready) await until(`readiness of ${name}`, () => answers(port, 'ready'));
    return name;
  }

  kill(choice: number): string | undefined {
    const process = this.#choose(choice);
    void process?.end('SIGKILL');
    return process?.name;
  }

  /** Does not wait for the end; what comes of it is among the faults after `stopAll`. */
  terminate(choice: number): string | undefined {
    const process = this.#choose(choice);
    if (process !== undefined) this.#endings.push(this.#terminate(process));
    return process?.name;
  }

  freeze(choice: number): ServiceProcess | undefined {
    const process = this.#choose(choice);
    process?.freeze();
    return process;
  }

  /** Keeps what each process counts, beside its log: of one that hangs it is all that can be learned. */
  async keepMetrics(): Promise<void> {
    await Promise.all(
      this.#active().map(async ({ name, port }) => {
        const metrics = await fetch(`http://127.0.0.1:${port}/metrics`, {
          signal: AbortSignal.timeout(5_000),
        })
          .then((response) => response.text())
          .catch((error: Error) => `no answer: ${error.message}`);
        await writeFile(join(this.logFolder, `${name}.metrics.txt`), metrics);
      }),
    );
  }

  /** Ends all of them as an orchestrator does. */
  async stopAll(): Promise<void> {
    this.#endings.push(...this.#active().map((process) => this.#terminate(process)));
    await Promise.all(this.#endings);
  }

  /** For good, at once; nothing is judged. */
  killAll(): void {
    for (const process of this.#processes) if (process.running) void process.end('SIGKILL');
  }

  /** A frozen process is left alone until it wakes. */
  #choose(choice: number): ServiceProcess | undefined {
    const active = this.#active();
    return active[Math.floor(choice * active.length)];
  }

  #active(): ServiceProcess[] {
    return this.#processes.filter(({ running, frozen, leaving }) => running && !frozen && !leaving);
  }

  async #comesUp(process: ServiceProcess): Promise<void> {
    while (process.running && !process.up) {
      process.up = await answers(process.port, 'live').catch(() => false);
      await pause(100);
    }
  }

  async #terminate(process: ServiceProcess): Promise<void> {
    this.terminated += 1;
    const wasUp = process.up;
    const stop = new AbortController();
    const ended = process.end('SIGTERM');
    const late = pause(TERMINATION_GRACE_MS, 'late' as const, { signal: stop.signal }).catch(
      () => 'late' as const,
    );
    const how = await Promise.race([ended, late]);
    stop.abort();
    // Node itself ends by the signal until the service has begun to listen to it.
    if (how === 0 || (how === 'SIGTERM' && !wasUp)) return;
    this.faults.push(
      `${process.name}: after SIGTERM it ${how === 'late' ? 'did not end in 60 s' : `ended with ${how}`}`,
    );
    void process.end('SIGKILL');
    await ended;
  }
}

async function answers(port: number, what: 'live' | 'ready'): Promise<boolean> {
  return (await fetch(`http://127.0.0.1:${port}/health/${what}`, { signal: AbortSignal.timeout(5_000) })).ok;
}
