import { setImmediate as nextTurn } from 'node:timers/promises';
import { compactionSteps } from './compaction.js';
import type { EmbeddedLog } from './embedded-log.js';
import { retentionSteps } from './retention.js';

const INTERVAL_MS = 60_000;

/** Removes old and superseded records in the background, a few chunks a transaction, at open and every minute. */
export class Janitor {
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;
  #running: Promise<void> = Promise.resolve();

  constructor(private readonly log: EmbeddedLog) {}

  start(): void {
    const tidyQuietly = () => {
      // A disk that takes nothing is told to those who publish; the next round tries again.
      this.tidy().catch(() => undefined);
    };
    this.#timer = setInterval(tidyQuietly, INTERVAL_MS).unref();
    setImmediate(tidyQuietly);
  }

  /** Runs after a round that is under way. */
  tidy(): Promise<void> {
    const round = this.#running.then(() => this.#round());
    this.#running = round.catch(() => undefined);
    return round;
  }

  async #round(): Promise<void> {
    for (const { spec, partitions } of [...this.log.topics]) {
      for (const partition of partitions) {
        const steps =
          spec.cleanup === 'compact'
            ? compactionSteps(this.log, partition, Date.now())
            : retentionSteps(this.log, partition, spec.retentionMs, Date.now());
        for await (const _ of steps) {
          if (this.#stopped) return;
          await nextTurn();
        }
      }
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#running;
  }
}
