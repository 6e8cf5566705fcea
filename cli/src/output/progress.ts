import type { Output } from './output.js';

const PATIENCE_MS = 1_000;
const REDRAW_MS = 100;
const BAR_WIDTH = 24;
const CLEAR_LINE = '\r\u001b[2K';

export interface Step {
  readonly what: string;
  readonly done: number;
  /** 0 where it is not known. */
  readonly total: number;
}

/** A line on standard error, on a terminal only, and only for what takes longer than a second. */
export class Progress {
  readonly #started = performance.now();
  #drawnAt = Number.NEGATIVE_INFINITY;
  #isShown = false;

  constructor(private readonly output: Output) {}

  show(step: Step): void {
    const now = performance.now();
    if (!this.output.isWatched || now - this.#started < PATIENCE_MS || now - this.#drawnAt < REDRAW_MS)
      return;
    this.#drawnAt = now;
    this.#isShown = true;
    this.output.draw(CLEAR_LINE + progressLine(step, this.output.noteWidth));
  }

  /** Takes the line away, before anything else is written. */
  clear(): void {
    if (this.#isShown) this.output.draw(CLEAR_LINE);
    this.#isShown = false;
    this.#drawnAt = Number.NEGATIVE_INFINITY;
  }
}

/** `████░░░░  40 %  1,200 of 3,000  checking`, no wider than the terminal. */
export function progressLine({ what, done, total }: Step, width: number): string {
  const count = (value: number) => value.toLocaleString('en-GB');
  if (total <= 0) return `${count(done)}  ${what}`.slice(0, width - 1);
  const share = Math.min(1, done / total);
  const full = Math.round(share * BAR_WIDTH);
  const bar = '█'.repeat(full) + '░'.repeat(BAR_WIDTH - full);
  const percent = `${Math.floor(share * 100)} %`.padStart(5);
  return `${bar} ${percent}  ${count(done)} of ${count(total)}  ${what}`.slice(0, width - 1);
}
