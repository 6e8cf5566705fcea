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

  constructor(
    private readonly column: AuditedColumn,
    private readonly classes: number,
    { maxValues = 256, sampleSize = 10_000, seed = 0 }: JointCounterOptions = {},
  ) {
    this.maxValues = maxValues;
    this.reservoir = new Reservoir(sampleSize, seed);
  }

  /** One row. Throws `BAD_CLASS`. */
  add(value: CellValue, classIndex: number): void {
    if (!Number.isInteger(classIndex) || classIndex < 0 || classIndex >= this.classes) {
      throw new DriftError('BAD_CLASS', `${classIndex}`);
    }
    const present = typeof value === 'number' && Number.isNaN(value) ? null : value;
    if (typeof present === 'number') this.reservoir.add([present, classIndex]);
    this.count(present, classIndex);
  }

  counts(): JointCounts {
    const values = this.values === null ? null : [...this.values];
    const sample = values === null && this.column.kind === 'number' ? this.reservoir.items : [];
    return { column: this.column, values, sample };
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
    counts[classIndex] = (counts[classIndex] as number) + 1;
  }
}
