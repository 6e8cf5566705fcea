import type { LabelColumn } from '@weir/contracts';
import { classIndexOf } from '@weir/contracts';
import type { Cell } from '../formats/index.js';

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const MISSING = new Set(['', '?', 'na', 'n/a', 'nan', 'null']);

/** Spellings kept of a column: categorical columns repeat a few, and a Map is faster than a parse. */
const CACHED_SPELLINGS = 1_000;

/** Whether a cell stands for no value: empty, `?`, `NA`, `NaN` or `null`. */
export function isMissing(cell: Cell | undefined): boolean {
  if (cell === null || cell === undefined) return true;
  return typeof cell === 'string' && cell.length < 8 && MISSING.has(cell.trim().toLowerCase());
}

/** Reads decimal numbers: `null` for a missing value, `undefined` for what is no number, or none that single precision can hold. */
export class NumberReader {
  readonly #known = new Map<Cell | undefined, number | null | undefined>();

  read(cell: Cell | undefined): number | null | undefined {
    const known = this.#known.get(cell);
    if (known !== undefined) return known;
    const value = parseNumber(cell);
    if (this.#known.size < CACHED_SPELLINGS) this.#known.set(cell, value);
    return value;
  }
}

function parseNumber(cell: Cell | undefined): number | null | undefined {
  if (isMissing(cell)) return null;
  const value = typeof cell === 'string' && DECIMAL.test(cell.trim()) ? Number(cell) : cell;
  return typeof value === 'number' && Number.isFinite(Math.fround(value)) ? value : undefined;
}

/** Reads labels: the class's index, -1 for a missing one, `undefined` for what is no class. */
export class LabelReader {
  readonly #known = new Map<Cell | undefined, number>();

  constructor(private readonly label: LabelColumn) {}

  read(cell: Cell | undefined): number | undefined {
    const known = this.#known.get(cell);
    if (known !== undefined) return known;
    const index = classIndexOf(this.label, cell);
    if (index < 0) return isMissing(cell) ? -1 : undefined;
    if (this.#known.size < CACHED_SPELLINGS) this.#known.set(cell, index);
    return index;
  }
}
