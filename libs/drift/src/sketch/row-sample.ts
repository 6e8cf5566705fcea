import { ReservoirSlots } from '../random/reservoir-slots.js';
import { ColumnSketch } from './column-sketch.js';
import { StreamSketch } from './stream-sketch.js';

/** Rows kept of a window where not told otherwise: shares that differ by 0.04 are told from each other. */
export const SAMPLE_ROWS = 4_096;
const FIRST_ROWS = 64;

export interface RowSampleOptions {
  /** Rows kept at most; {@link SAMPLE_ROWS} where absent. */
  readonly capacity?: number;
  readonly seed: number;
}

/**
 * A uniform sample of a stream's rows, of which a sketch is made when the window ends. A row passed over costs nothing,
 * a row taken a copy of its columns. Each row kept stands for `seen / size` rows: tests must count `size`
 * (`StreamSketch.effectiveRows`), shares and means are unbiased, minimum and maximum are the sample's.
 */
export class RowSample {
  readonly #slots: ReservoirSlots;
  #values = new Float32Array(0);

  constructor(
    readonly columns: readonly string[],
    { capacity = SAMPLE_ROWS, seed }: RowSampleOptions,
  ) {
    this.#slots = new ReservoirSlots(capacity, seed);
  }

  /** Rows gone by. */
  get seen(): number {
    return this.#slots.seen;
  }

  /** Rows kept. */
  get size(): number {
    return this.#slots.size;
  }

  /** `rows` rows come by, row-major from `offset` values on, as many columns each as there are names. */
  add(values: Float32Array, rows: number, offset = 0): void {
    const width = this.columns.length;
    this.#slots.offer(rows, (row, slot) => {
      const from = offset + row * width;
      this.#room(slot).set(values.subarray(from, from + width), slot * width);
    });
  }

  /**
   * The sketch, a column at a time: yields after each, so that whoever has others waiting can let them in between. Give
   * it no more rows meanwhile.
   */
  *sketchSteps(): Generator<undefined, StreamSketch> {
    const { columns, size, seen } = this;
    const width = columns.length;
    const weight = size === 0 ? 1 : seen / size;
    const sketches: ColumnSketch[] = [];
    for (let column = 0; column < width; column++) {
      const sketch = new ColumnSketch();
      for (let at = column; at < size * width; at += width) sketch.add(this.#values[at] as number, weight);
      sketches.push(sketch);
      yield undefined;
    }
    return new StreamSketch(columns, sketches, { rows: seen, weightSquares: size * weight * weight });
  }

  sketch(): StreamSketch {
    const steps = this.sketchSteps();
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  }

  /** Memory grows with what is kept: a quiet stream costs little. */
  #room(slot: number): Float32Array {
    const width = this.columns.length;
    if ((slot + 1) * width <= this.#values.length) return this.#values;
    const rows = Math.min(this.#slots.capacity, Math.max(FIRST_ROWS, 2 * slot));
    const grown = new Float32Array(rows * width);
    grown.set(this.#values);
    this.#values = grown;
    return grown;
  }
}
