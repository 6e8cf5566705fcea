import { binOf, coarserBin, HIGHEST_LEVEL } from './value-bins.js';

/** Bins of a column: 8 bytes or so each in JSON. The highest level has 81 at most for 32-bit numbers. */
export const MOST_BINS = 96;

/** A column's moments, of the rows that have a value, by their weights. */
export interface SketchMoments {
  weight: number;
  mean: number;
  /** Σ w·(x − mean)². */
  squares: number;
  minimum: number;
  maximum: number;
}

/** All that a {@link ColumnSketch} is. */
export interface ColumnSketchState {
  readonly level: number;
  readonly missing: number;
  readonly bins: ReadonlyMap<number, number>;
  readonly moments: Readonly<SketchMoments>;
}

/**
 * What is kept of one column of numbers: moments, missing rows, and counts by bins of the finest level at which they are
 * at most {@link MOST_BINS}, so that few-valued columns are counted exactly. Which level that is depends on the values
 * alone: bins and counts merge associatively and commutatively without error, and a merged sketch has the bins of one
 * that saw all rows. Moments merge within rounding (Chan et al. 1979).
 */
export class ColumnSketch {
  missing = 0;
  readonly moments: SketchMoments = {
    weight: 0,
    mean: 0,
    squares: 0,
    minimum: Number.POSITIVE_INFINITY,
    maximum: Number.NEGATIVE_INFINITY,
  };
  #level = 0;
  #bins = new Map<number, number>();

  static of({ level, missing, bins, moments }: ColumnSketchState): ColumnSketch {
    const sketch = new ColumnSketch();
    sketch.missing = missing;
    Object.assign(sketch.moments, moments);
    sketch.#level = level;
    sketch.#bins = new Map(bins);
    return sketch;
  }

  get level(): number {
    return this.#level;
  }

  /** Weights by bin of {@link level}. */
  get bins(): ReadonlyMap<number, number> {
    return this.#bins;
  }

  /** A value, as a 32-bit number, that stands for `weight` rows. What is not finite is missing. */
  add(given: number, weight = 1): void {
    const value = Math.fround(given);
    if (!Number.isFinite(value)) {
      this.missing += weight;
      return;
    }
    this.#addMoments({ weight, mean: value, squares: 0, minimum: value, maximum: value });
    this.#count(binOf(value, this.#level), weight);
  }

  merge(other: ColumnSketchState): void {
    this.missing += other.missing;
    this.#addMoments(other.moments);
    this.coarsenTo(other.level);
    for (const [bin, weight] of other.bins) this.#count(binAt(bin, other.level, this.#level), weight);
  }

  /** Joins bins until they are those of `level`; nothing to do at a coarser one. */
  coarsenTo(level: number): void {
    if (level <= this.#level) return;
    const bins = new Map<number, number>();
    for (const [bin, weight] of this.#bins) {
      const coarser = binAt(bin, this.#level, level);
      bins.set(coarser, (bins.get(coarser) ?? 0) + weight);
    }
    this.#bins = bins;
    this.#level = level;
  }

  copy(): ColumnSketch {
    return ColumnSketch.of(this);
  }

  #count(bin: number, weight: number): void {
    this.#bins.set(bin, (this.#bins.get(bin) ?? 0) + weight);
    while (this.#bins.size > MOST_BINS && this.#level < HIGHEST_LEVEL) this.coarsenTo(this.#level + 1);
  }

  #addMoments(other: SketchMoments): void {
    if (other.weight === 0) return;
    const own = this.moments;
    const weight = own.weight + other.weight;
    const apart = other.mean - own.mean;
    own.squares += other.squares + (apart * apart * own.weight * other.weight) / weight;
    own.mean += (apart * other.weight) / weight;
    own.weight = weight;
    own.minimum = Math.min(own.minimum, other.minimum);
    own.maximum = Math.max(own.maximum, other.maximum);
  }
}

function binAt(bin: number, from: number, level: number): number {
  return from === 0 ? binOf(bin, level) : coarserBin(bin, from, level);
}
