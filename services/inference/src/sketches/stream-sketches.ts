import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { sketchToJson } from '@weir/drift';
import {
  CONFIG,
  Environment,
  EVENT_BUS,
  type EventBus,
  LOGGER,
  type Logger,
  METRICS,
  Metrics,
  uuid7,
} from '@weir/platform';
import type { ScoredRows } from '../classification/index.js';
import type { ServedModel } from '../model-slot/index.js';
import { ScoredRowsTally } from './scored-rows-tally.js';
import { plain, SketchOutbox, type SketchOutcome } from './sketch-outbox.js';
import { type SketchWindow, windowAt } from './sketch-window.js';

/** Model versions sketched side by side: champion, canary, and room for a promotion. Each keeps 2 MB of rows at most. */
const MOST_LIVE = 4;
/** How long a stop waits for the bus to take the last sketches. */
const LAST_SEND_MS = 3_000;

/**
 * Sums up what the stream's rows were like: one sketch a model version and window, published on `urls.sketches`. Costs a
 * batch a few nanoseconds a row; whatever goes wrong with sketches, no batch waits for it or fails.
 */
@Injectable()
export class StreamSketches implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #process = uuid7();
  readonly #outbox: SketchOutbox;
  readonly #outcomes;
  readonly #seconds: number;
  #live = new Map<string, ScoredRowsTally>();
  #window: SketchWindow;
  /** Records made and tallies begun by this process. */
  #made = 0;
  #begun = 0;
  #timer: NodeJS.Timeout | undefined;
  #summing: Promise<void> = Promise.resolve();

  constructor(
    @Inject(CONFIG) environment: Environment,
    @Inject(EVENT_BUS) bus: EventBus,
    @Inject(METRICS) metrics: Metrics,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.#seconds = environment.sketchSeconds;
    this.#window = windowAt(Date.now(), Math.max(1, this.#seconds));
    this.#outcomes = metrics.counter({
      name: 'sketches_total',
      help: 'Sketches of scored rows, by what became of them; failed ones are tried again',
      labels: ['result'],
    });
    this.#outbox = new SketchOutbox({
      bus,
      source: '/weir/inference',
      onOutcome: (outcome, error) => this.#count(outcome, error),
    });
  }

  /**
   * Counts rows as this version scored them; call it in the turn that scored them, before their memory is used again. A
   * batch that the bus hands over again is counted again.
   */
  observe(model: ServedModel, rows: Pick<ScoredRows, 'values' | 'rows' | 'probabilities'>): void {
    if (this.#seconds === 0 || rows.rows === 0) return;
    this.#tallyOf(model).add(rows);
  }

  onApplicationBootstrap(): void {
    if (this.#seconds > 0) this.#wait();
  }

  /** After the last batch: its rows are in. */
  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.#timer);
    this.#closeWindow();
    await Promise.race([this.#summing, sleep(LAST_SEND_MS, undefined, { ref: false })]);
    this.#outbox.close();
  }

  #tallyOf(model: ServedModel): ScoredRowsTally {
    const key = `${model.name}/${model.version}`;
    const known = this.#live.get(key);
    if (known !== undefined) return known;
    // The oldest gives way: with a version promoted every minute, a window has many.
    const [oldest] = this.#live;
    if (oldest !== undefined && this.#live.size === MOST_LIVE) {
      this.#live.delete(oldest[0]);
      this.#sumUp(oldest[1], this.#window);
    }
    const tally = new ScoredRowsTally(model, this.#seed());
    this.#live.set(key, tally);
    return tally;
  }

  #wait(): void {
    this.#timer = setTimeout(
      () => {
        this.#closeWindow();
        this.#wait();
      },
      Math.max(0, this.#window.to - Date.now()),
    );
    this.#timer.unref();
  }

  #closeWindow(): void {
    const tallies = this.#live;
    this.#live = new Map();
    for (const tally of tallies.values()) this.#sumUp(tally, this.#window);
    this.#window = windowAt(Math.max(Date.now(), this.#window.to), Math.max(1, this.#seconds));
  }

  #sumUp(tally: ScoredRowsTally, window: SketchWindow): void {
    this.#summing = this.#summing
      .then(() => this.#publish(tally, window))
      .catch((error: unknown) => this.#count('dropped', error));
  }

  async #publish(tally: ScoredRowsTally, { from, to }: SketchWindow): Promise<void> {
    const steps = tally.sketchSteps();
    let step = steps.next();
    // A column takes half a millisecond: batches come in between.
    for (; !step.done; step = steps.next()) await turn();
    const sketch = step.value;
    await this.#outbox.send({
      id: `${this.#process}/${++this.#made}`,
      model: { name: tally.name, version: tally.version },
      process: this.#process,
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      rows: sketch.rows,
      sketch: plain(sketchToJson(sketch)),
    });
  }

  /** Another for each tally of each process, or all would keep the same places of their windows. */
  #seed(): number {
    return (Number.parseInt(this.#process.slice(-8), 16) + ++this.#begun) >>> 0;
  }

  #count(outcome: SketchOutcome, error?: unknown): void {
    this.#outcomes.inc({ result: outcome });
    if (outcome === 'failed')
      this.logger.warn({ err: error }, 'a sketch could not be published; trying again');
    if (outcome === 'dropped') this.logger.warn({ err: error }, 'a sketch was dropped');
  }
}
