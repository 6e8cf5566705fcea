import type { FeatureColumn } from '@weir/contracts';
import type { CsvScanner } from '../input/csv/csv-scanner.js';
import { objectionTo, readNumber } from './cell.js';
import type { ScoringPlan } from './columns.js';

const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;
/** Whole numbers of one digit stand in a table, from -9. */
const OFFSET = 9;

/** The feature whose cell is wrong, and what is wrong with it. */
export interface BadCell {
  readonly column: FeatureColumn;
  readonly cell: unknown;
  readonly objection: string;
}

/** Reads a schema's features out of rows, into memory of the caller's. */
export class FeatureCells {
  /** For each column: which whole numbers of one digit it allows. Made for the first record. */
  #allowed: readonly Uint8Array[] | undefined;

  constructor(private readonly plan: Extract<ScoringPlan, { kind: 'features' }>) {}

  get width(): number {
    return this.plan.columns.length;
  }

  /** The scanner's record, without making texts of it where its cells are digits, as those of categories are. */
  readRecord(record: CsvScanner, values: Float32Array, at: number): BadCell | undefined {
    const { bytes, starts, ends } = record;
    const { indexes, columns } = this.plan;
    this.#allowed ??= columns.map(allowedDigits);
    for (let index = 0; index < indexes.length; index++) {
      const cell = indexes[index] as number;
      const start = starts[cell] as number;
      const length = (ends[cell] as number) - start;
      const digit = digitOf(bytes, start, length);
      if (digit >= -OFFSET && this.#allowed[index]?.[digit + OFFSET] === 1) values[at + index] = digit;
      else {
        const bad = this.#read(record.text(cell), columns[index] as FeatureColumn, values, at + index);
        if (bad !== undefined) return bad;
      }
    }
    return undefined;
  }

  /** Cells of any kind, in the input's order. */
  readCells(cells: readonly unknown[], values: Float32Array, at: number): BadCell | undefined {
    const { indexes, columns } = this.plan;
    for (let index = 0; index < indexes.length; index++) {
      const cell = cells[indexes[index] as number];
      const bad = this.#read(cell, columns[index] as FeatureColumn, values, at + index);
      if (bad !== undefined) return bad;
    }
    return undefined;
  }

  #read(cell: unknown, column: FeatureColumn, values: Float32Array, at: number): BadCell | undefined {
    const value = readNumber(cell, column);
    if (typeof value === 'string') return { column, cell, objection: value };
    values[at] = value;
    return undefined;
  }
}

function allowedDigits(column: FeatureColumn): Uint8Array {
  return Uint8Array.from({ length: 2 * OFFSET + 1 }, (_, index) =>
    objectionTo(index - OFFSET, column) === undefined ? 1 : 0,
  );
}

/** The number of one digit, with or without a minus, that stands there; less than -9 where something else does. */
function digitOf(bytes: Uint8Array, start: number, length: number): number {
  const first = bytes[start] as number;
  if (length === 1) return first >= ZERO && first <= NINE ? first - ZERO : Number.NEGATIVE_INFINITY;
  if (length !== 2 || first !== MINUS) return Number.NEGATIVE_INFINITY;
  const second = bytes[start + 1] as number;
  return second >= ZERO && second <= NINE ? ZERO - second : Number.NEGATIVE_INFINITY;
}
