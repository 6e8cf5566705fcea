import { setTimeout as pause } from 'node:timers/promises';
import type { Hindrance } from '../judges/index.js';
import type { ModelDesk } from '../models/model-desk.js';
import { type Action, type Schedule, type Step, strikes } from '../plan/schedule.js';
import type { Fleet } from '../processes/fleet.js';
import type { Servers } from '../servers/servers.js';

export interface Stage {
  readonly fleet: Fleet;
  readonly servers: Servers;
  readonly desk: ModelDesk;
  /** Has many URLs published at once, and waits for the first of them to be classified, or for some seconds. */
  readonly burst: () => Promise<void>;
  /** Tells what is being done. */
  readonly say: (what: string) => void;
}

/** A strike falls so long after its burst, in milliseconds: while batches are fetched, scored, published, committed. */
const WITHIN_BURST_MS = 200;
/** Of the strikes, the share that waits for work; the others fall whenever they fall. */
const WAITING = 0.75;

/** Carries a schedule's lanes out, side by side; what keeps a process from following the champion is noted. */
export class Lanes {
  readonly hindrances: Hindrance[] = [];

  constructor(private readonly stage: Stage) {}

  /** All is back, and every process goes on, when it ends: also where an action failed. */
  async run(schedule: Schedule, durationMs: number): Promise<void> {
    const end = performance.now() + durationMs;
    const lanes = [schedule.processes, schedule.zombies, schedule.servers, schedule.models];
    const ends = await Promise.allSettled(lanes.map((steps) => this.#lane(steps, end)));
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }

  async #lane(steps: readonly Step[], end: number): Promise<void> {
    for (const { afterMs, action, choice, needed } of steps) {
      if (!needed && performance.now() > end) return;
      await pause(afterMs);
      if (strikes(action)) await this.#catchAtWork(choice);
      await this.#act(action, choice);
    }
  }

  async #act(action: Action, choice: number): Promise<void> {
    const { fleet, desk, say } = this.stage;
    switch (action.kind) {
      case 'kill':
        return say(`kill -9 ${fleet.kill(choice) ?? 'nobody: all are stopped'}`);
      case 'terminate':
        return say(`SIGTERM ${fleet.terminate(choice) ?? 'nobody: all are stopped'}`);
      case 'start':
        return say(`start ${await fleet.start()}`);
      case 'promote':
        return say(`promote version ${await desk.promote(choice)}`);
      case 'rollback':
        return say(`roll back to version ${await desk.rollback(choice)}`);
      case 'freeze':
        return this.#freeze(choice, action.forMs);
      case 'server-away':
        return this.#away(action);
      case 'refused-version':
        return this.#refused(action, choice);
    }
  }

  async #catchAtWork(choice: number): Promise<void> {
    const working = this.stage.burst();
    if (choice < WAITING) await working;
    await pause(choice * WITHIN_BURST_MS);
  }

  async #freeze(choice: number, forMs: number): Promise<void> {
    const { fleet, say } = this.stage;
    const process = fleet.freeze(choice);
    if (process === undefined) return say('SIGSTOP nobody: none is awake');
    say(`SIGSTOP ${process.name} for ${seconds(forMs)}`);
    await this.#hindered(() => pause(forMs));
    process.thaw();
    say(`SIGCONT ${process.name}`);
  }

  async #away({ server, forMs, how }: Action & { readonly kind: 'server-away' }): Promise<void> {
    const { servers, say } = this.stage;
    const manner = server === 'kafka' ? servers.broker.goes : how === 'cut' ? 'is away' : 'hangs';
    say(`${server} ${manner} for ${seconds(forMs)}`);
    const absence = async () => {
      try {
        await servers.leave(server, how);
        await pause(forMs);
      } finally {
        await servers.comeBack(server);
      }
    };
    await (server === 'mongodb' || server === 's3' ? this.#hindered(absence) : absence());
    say(`${server} is back`);
  }

  /** Whether it was refused the verdicts show; then the version before is made champion again. */
  async #refused(action: Action & { readonly kind: 'refused-version' }, choice: number): Promise<void> {
    const { desk, say } = this.stage;
    say(`promote version ${await desk.promoteFaulty(action.fault)}, to be refused: ${action.fault}`);
    await pause(action.forMs);
    say(`roll back to version ${await desk.rollback(choice)}`);
  }

  async #hindered(work: () => Promise<void>): Promise<void> {
    const from = Date.now();
    try {
      await work();
    } finally {
      this.hindrances.push({ from, to: Date.now() });
    }
  }
}

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;
