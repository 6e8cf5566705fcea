import type { SaidProgress } from './say-progress.js';

/** The part of the logger that is needed. */
export interface LogLines {
  info(facts: object, message: string): void;
}

/** Between two lines of the same kind of work. */
const INTERVAL_MS = 10_000;

/** Writes a training's progress to the log: a line when the work changes, and then one every ten seconds. */
export class ProgressLog {
  #doing = '';
  #due = 0;

  constructor(
    private readonly logger: LogLines,
    private readonly now: () => number = () => performance.now(),
  ) {}

  take({ done, total, message }: SaidProgress): void {
    const [doing = ''] = message.split(':');
    if (doing === this.#doing && this.now() < this.#due) return;
    this.#doing = doing;
    this.#due = this.now() + INTERVAL_MS;
    this.logger.info({ done, total }, message);
  }
}
