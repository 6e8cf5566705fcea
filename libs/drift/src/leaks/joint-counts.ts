import { DriftError } from '../errors.js';
import { Reservoir } from '../random/reservoir.js';

export interface AuditedColumn {
  readonly name: string;
  readonly kind: 'number' | 'text';
  /** False where the model cannot see it: context columns, and what canonical URLs have lost. True where absent. */
  readonly visibleToModel?: boolean;
}

export type CellValue = number | string | null;

/** How often each value of a column stands beside each class. */
export interface JointCounts {
  readonly column: AuditedColumn;
  /** Value and its rows by class index, or null where there are too many values. */
  readonly values: readonly (readonly [CellValue, readonly number[]])[] | null;
  /** Rows without and with a value, by class index: counted however many values there are. */
  readonly missing: readonly number[];
  readonly present: readonly number[];
  /** For numbers with too many values: a uniform sample of value and class index. */
  readonly sample: readonly (readonly [number, number])[];
}

export interface JointCounterOptions {
  /** Distinct values that are counted one by one; 256 where absent. */
  readonly maxValues?: number;
  /** Pairs kept of a number column with more; 10,000 where absent. */
  readonly sampleSize?: number;
  readonly seed?: number;
}

/** Counts one column against the label in bounded memory. */
export class JointCounter {
  private values: Map<CellValue, number[]> | null = new Map();
  private readonly reservoir: Reservoir<readonly [number, number]>;
  private readonly maxValues: number;
  private readonly missing: number[];
  private readonly present: number[];

  constructor(
    private readonly column: AuditedColumn,
    private readonly classes: number,
    { maxValues = 256, sampleSize = 10_000, seed = 0 }: JointCounterOptions = {},
  ) {
    this.maxValues = maxValues;
    this.missing = new Array<number>(classes).fill(0);
    this.present = new Array<number>(classes).fill(0);
    this.reservoir = new Reservoir(sampleSize, seed);
  }

  /** One row. Throws `BAD_CLASS`. */
  add(value: CellValue, classIndex: number): void {
    if (!Number.isInteger(classIndex) || classIndex < 0 || classIndex >= this.classes) {
      throw new DriftError('BAD_CLASS', `${classIndex}`);
    }
    const cell = typeof value === 'number' && Number.isNaN(value) ? null : value;
    increment(cell === null ? this.missing : this.present, classIndex);
    if (typeof cell === 'number') this.reservoir.add([cell, classIndex]);
    this.count(cell, classIndex);
  }

  counts(): JointCounts {
    const values = this.values === null ? null : [...this.values];
    const sample = values === null && this.column.kind === 'number' ? this.reservoir.items : [];
    return { column: this.column, values, sample, missing: this.missing, present: this.present };
  }

  private count(value: CellValue, classIndex: number): void {
    if (this.values === null) return;
    let counts = this.values.get(value);
    if (counts === undefined) {
      if (this.values.size === this.maxValues) {
        this.values = null;
        return;
      }
      counts = new Array<number>(this.classes).fill(0);
      this.values.set(value, counts);
    }
    increment(counts, classIndex);
  }
}

function increment(counts: number[], classIndex: number): void {
  counts[classIndex] = (counts[classIndex] as number) + 1;
}
