import type { StreamStats, UrlVerdict } from '@weir/client';
import { withStats } from './stats-window.js';

export type Connection = 'opening' | 'open' | 'lost';

/** What the view shows; another object after each change, at most one a frame. */
export interface LiveSnapshot {
  /** Newest first. */
  readonly verdicts: readonly UrlVerdict[];
  /** Verdicts that came while the list was held. */
  readonly waiting: number;
  readonly stats: readonly StreamStats[];
  readonly connection: Connection;
  /** Some verdicts were no longer held when the connection came back. */
  readonly hasGap: boolean;
  readonly error: unknown;
}

/** Verdicts kept to be shown and searched. */
const MOST_KEPT = 2_000;
/** Trimmed only now and then: cutting a long array for each verdict costs more than showing it. */
const SLACK = 500;

const timeOf = ({ classifiedAt }: UrlVerdict): number => Date.parse(String(classifiedAt));

/** Collects what a stream sends, thousands a second if need be, and tells its listeners once a frame. */
export class LiveFeed {
  /** Oldest first: newest ones are put to the end, which costs nothing. */
  #verdicts: UrlVerdict[] = [];
  #known = new Set<string>();
  #snapshot: LiveSnapshot = {
    verdicts: [],
    waiting: 0,
    stats: [],
    connection: 'opening',
    hasGap: false,
    error: null,
  };
  #pending: Partial<LiveSnapshot> = {};
  #isHeld = false;
  #waiting = 0;
  #isScheduled = false;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly schedule: (callback: () => void) => void = (callback) => {
      requestAnimationFrame(callback);
    },
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): LiveSnapshot => this.#snapshot;

  add(verdict: UrlVerdict): void {
    if (this.#known.has(verdict.id)) return;
    this.#known.add(verdict.id);
    this.#verdicts.push(verdict);
    if (this.#isHeld) this.#waiting += 1;
    if (this.#verdicts.length > MOST_KEPT + SLACK) this.#trim();
    this.#tell({});
  }

  /** What was classified before the stream was opened, newest first; it may be newer than what an earlier one brought. */
  addRecent(verdicts: readonly UrlVerdict[]): void {
    const missed = verdicts.filter(({ id }) => !this.#known.has(id)).reverse();
    for (const { id } of missed) this.#known.add(id);
    this.#verdicts = [...missed, ...this.#verdicts].sort((a, b) => timeOf(a) - timeOf(b));
    if (this.#verdicts.length > MOST_KEPT + SLACK) this.#trim();
    this.#tell({});
  }

  addStats(stats: StreamStats): void {
    this.#tell({ stats: withStats(this.#pending.stats ?? this.#snapshot.stats, stats) });
  }

  /** What is shown stays as it is, and what comes is counted. */
  hold(isHeld: boolean): void {
    if (this.#isHeld === isHeld) return;
    this.#isHeld = isHeld;
    this.#waiting = 0;
    this.#tell({});
  }

  set(change: Partial<Pick<LiveSnapshot, 'connection' | 'hasGap' | 'error'>>): void {
    this.#tell(change);
  }

  #trim(): void {
    for (const { id } of this.#verdicts.splice(0, this.#verdicts.length - MOST_KEPT)) this.#known.delete(id);
  }

  #tell(change: Partial<LiveSnapshot>): void {
    this.#pending = { ...this.#pending, ...change };
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    this.schedule(() => this.#publish());
  }

  #publish(): void {
    this.#isScheduled = false;
    const isHeld = this.#isHeld && this.#snapshot.verdicts.length > 0;
    this.#snapshot = {
      ...this.#snapshot,
      ...this.#pending,
      waiting: this.#waiting,
      verdicts: isHeld ? this.#snapshot.verdicts : this.#verdicts.slice(-MOST_KEPT).reverse(),
    };
    this.#pending = {};
    for (const listener of this.#listeners) listener();
  }
}
