import { hashText } from '../distinct/row-hash.js';
import { type ColumnProfile, PROFILE_VERSION } from './column-profile.js';
import { NumberProfiler, type ProfilerOptions } from './number-profiler.js';
import { ValueCounts } from './value-counts.js';

export interface ColumnProfilerOptions extends ProfilerOptions {
  /** Distinct texts that are counted; 100,000 where absent. */
  readonly maxDistinct?: number;
}

/** Profiles one column of a stream of rows in bounded memory, whatever the number of rows. */
export class ColumnProfiler {
  private readonly numbers: NumberProfiler;
  private readonly texts: ValueCounts<string>;
  private readonly hashes = new Set<number>();
  private readonly maxDistinct: number;
  private count = 0;
  private missing = 0;
  private distinctIsExact = true;

  constructor(
    private readonly column: string,
    private readonly kind: 'number' | 'text',
    options: ColumnProfilerOptions = {},
  ) {
    this.numbers = new NumberProfiler(options);
    this.texts = new ValueCounts(options.maxValues ?? 256);
    this.maxDistinct = options.maxDistinct ?? 100_000;
  }

  /** One row's value. Null, NaN, an infinity, and a value of the other kind count as missing. */
  add(value: number | string | null): void {
    this.count++;
    if (this.kind === 'number' && typeof value === 'number' && Number.isFinite(value))
      this.numbers.add(value);
    else if (this.kind === 'text' && typeof value === 'string') this.addText(value);
    else this.missing++;
  }

  profile(): ColumnProfile {
    const { column, count, missing } = this;
    const head = { version: PROFILE_VERSION, column, count, missing } as const;
    const numbers = this.numbers.profile();
    if (this.kind === 'number') return { ...head, kind: 'number', ...numbers };
    return {
      ...head,
      kind: 'text',
      values: this.texts.entries()?.sort((a, b) => b[1] - a[1]) ?? null,
      distinct: this.hashes.size,
      distinctIsExact: this.distinctIsExact,
      lengths: numbers,
    };
  }

  private addText(text: string): void {
    this.numbers.add(text.length);
    this.texts.add(text);
    const { high, low } = hashText(text);
    // 53 of the 64 bits: what a number holds exactly.
    const key = (high & 0x1fffff) * 4294967296 + low;
    if (this.hashes.has(key)) return;
    if (this.hashes.size < this.maxDistinct) this.hashes.add(key);
    else this.distinctIsExact = false;
  }
}
