import type { HistogramCounter } from './histogram-counter.js';
import type { Histogram } from './target.js';

/** Where a grower has its histograms from, and who counts them. They are large and short-lived: a released one serves the next node. */
export interface Histograms {
  /** Room for a histogram, with whatever was in it. */
  take(): Histogram;
  release(histogram: Histogram): void;
  /** Counts the rows of `order[start..end)`. */
  count(into: Histogram, order: Int32Array, start: number, end: number): void;
  /** Turns a parent's histogram into that of the child that was not counted: the parent minus its sibling. */
  subtract(parent: Histogram, sibling: Histogram): void;
}

/** Counts in this thread. */
export class LocalHistograms implements Histograms {
  private readonly free: Histogram[] = [];

  constructor(private readonly counter: HistogramCounter) {}

  take(): Histogram {
    return this.free.pop() ?? new Float64Array(this.counter.fullLength);
  }

  release(histogram: Histogram): void {
    this.free.push(histogram);
  }

  count(into: Histogram, order: Int32Array, start: number, end: number): void {
    this.counter.count(into, order, start, end);
  }

  subtract(parent: Histogram, sibling: Histogram): void {
    this.counter.subtract(parent, sibling);
  }
}
