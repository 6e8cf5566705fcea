import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { LearningError } from '../../errors.js';
import type { HistogramCounter } from '../../tree/histogram-counter.js';
import { type Histograms, LocalHistograms } from '../../tree/histograms.js';
import type { Histogram } from '../../tree/target.js';
import { countParts } from './count-parts.js';
import { type CrewMaterial, FIELD, FIELDS } from './work-sheet.js';

/** The built member, found by name so that it is found from the sources under test as well as from the build. */
const MEMBER_FILE = createRequire(import.meta.url).resolve('@weir/learning/crew-member');

/** Rows times words below which waking the others costs more than they take off. */
const LEAST_WORK = 4_000;
/** A part takes milliseconds: after this long the thread that has it is gone. */
const PATIENCE_MILLISECONDS = 60_000;
const LOOKS = 2000;

export type CrewTask = Omit<CrewMaterial, 'threads' | 'slab' | 'sheet'>;

/**
 * Counts histograms with several threads, this one among them, which each take the next columns. For one long fit:
 * where there are many fits, one thread each is quicker.
 */
export class CrewHistograms implements Histograms {
  private readonly members: readonly Worker[];
  private readonly local: LocalHistograms;
  private readonly free: Histogram[];
  private readonly material: CrewMaterial;

  /** `slots`: histograms in use at a time; more than that are counted by this thread alone. */
  constructor(
    task: CrewTask,
    private readonly counter: HistogramCounter,
    slots: number,
  ) {
    const length = counter.fullLength;
    const slab = new Float64Array(new SharedArrayBuffer(length * slots * 8));
    const sheet = new Int32Array(new SharedArrayBuffer(FIELDS * 4));
    sheet[FIELD.next] = counter.parts;
    this.material = { ...task, threads: counter.threads, slab, sheet };
    this.local = new LocalHistograms(counter);
    this.free = Array.from({ length: slots }, (_, slot) => slab.subarray(slot * length, (slot + 1) * length));
    this.members = Array.from(
      { length: counter.threads - 1 },
      () => new Worker(MEMBER_FILE, { workerData: this.material, execArgv: [] }),
    );
    // What a member dies of is found by the wait for its part.
    for (const member of this.members) member.on('error', () => {}).unref();
  }

  take(): Histogram {
    return this.free.pop() ?? this.local.take();
  }

  private isShared(histogram: Histogram): boolean {
    return histogram.buffer === this.material.slab.buffer;
  }

  release(histogram: Histogram): void {
    if (this.isShared(histogram)) this.free.push(histogram);
    else this.local.release(histogram);
  }

  count(into: Histogram, order: Int32Array, start: number, end: number): void {
    if (!this.isShared(into) || (end - start) * this.counter.words < LEAST_WORK) {
      this.local.count(into, order, start, end);
      return;
    }
    const { sheet, orders } = this.material;
    Atomics.store(sheet, FIELD.at, into.byteOffset / 8);
    Atomics.store(sheet, FIELD.side, order === orders[0] ? 0 : 1);
    Atomics.store(sheet, FIELD.start, start);
    Atomics.store(sheet, FIELD.end, end);
    Atomics.store(sheet, FIELD.done, 0);
    Atomics.store(sheet, FIELD.next, 0);
    Atomics.add(sheet, FIELD.round, 1);
    Atomics.notify(sheet, FIELD.round);
    countParts(this.counter, this.material);
    this.waitForOthers();
  }

  private waitForOthers(): void {
    const { sheet } = this.material;
    const { parts } = this.counter;
    for (let look = 0; look < LOOKS; look++) if (Atomics.load(sheet, FIELD.done) === parts) return;
    let timeouts = 0;
    for (let done = Atomics.load(sheet, FIELD.done); done < parts; done = Atomics.load(sheet, FIELD.done)) {
      const isLate = Atomics.wait(sheet, FIELD.done, done, PATIENCE_MILLISECONDS) === 'timed-out';
      timeouts = isLate ? timeouts + 1 : 0;
      // Once can mean that the process was suspended; then the part is done soon after.
      if (timeouts > 1)
        throw new LearningError('LEARN_WORKER_FAILED', 'a thread that counted histograms is gone');
    }
  }

  subtract(parent: Histogram, sibling: Histogram): void {
    this.local.subtract(parent, sibling);
  }

  /** Sends the members home. */
  close(): void {
    const { sheet } = this.material;
    Atomics.store(sheet, FIELD.dismissed, 1);
    Atomics.add(sheet, FIELD.round, 1);
    Atomics.notify(sheet, FIELD.round);
  }
}
