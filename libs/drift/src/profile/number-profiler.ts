import { Reservoir } from '../random/reservoir.js';
import type { NumberProfile } from './column-profile.js';
import { Moments } from './moments.js';
import { ValueCounts } from './value-counts.js';

export interface ProfilerOptions {
  /** Distinct values that are counted one by one; 256 where absent. */
  readonly maxValues?: number;
  /** Numbers kept as a sample where there are more distinct values; 10,000 where absent. */
  readonly sampleSize?: number;
  /** Of the sample; 0 where absent. */
  readonly seed?: number;
}

/** Profiles a stream of finite numbers in bounded memory. */
export class NumberProfiler {
  private readonly moments = new Moments();
  private readonly counts: ValueCounts<number>;
  private readonly reservoir: Reservoir<number>;

  constructor({ maxValues = 256, sampleSize = 10_000, seed = 0 }: ProfilerOptions) {
    this.counts = new ValueCounts(maxValues);
    this.reservoir = new Reservoir(sampleSize, seed);
  }

  add(value: number): void {
    // −0 and 0 are one value; JSON has no −0.
    const plain = value === 0 ? 0 : value;
    this.moments.add(plain);
    this.counts.add(plain);
    this.reservoir.add(plain);
  }

  profile(): NumberProfile {
    const { count, mean, minimum, maximum, variance } = this.moments;
    const values = this.counts.entries()?.sort((a, b) => a[0] - b[0]) ?? null;
    const sample = values === null ? [...this.reservoir.items].sort((a, b) => a - b) : [];
    if (count === 0) return { minimum: null, maximum: null, mean: null, variance: null, values, sample };
    return { minimum, maximum, mean, variance, values, sample };
  }
}
