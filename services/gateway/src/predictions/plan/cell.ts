import type { FeatureColumn } from '@weir/contracts';

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const MISSING: readonly string[] = ['', '?', 'null'];
const SHOWN_CHARACTERS = 60;

/** What is wrong with a cell, as the end of a sentence that begins with its text. */
export type Objection = string;

/** A cell's number; `NaN` for a missing value: `null`, an empty cell or `?`. */
export function readNumber(cell: unknown, column: FeatureColumn): number | Objection {
  if (cell === null || cell === undefined) return Number.NaN;
  if (typeof cell === 'string' && MISSING.includes(cell.trim().toLowerCase())) return Number.NaN;
  const value = numberOf(cell);
  return value === undefined ? 'is not a number' : (objectionTo(value, column) ?? value);
}

/** A cell's text, or undefined where there is none. */
export function readText(cell: unknown): string | undefined {
  return typeof cell === 'string' && cell.trim() !== '' ? cell.trim() : undefined;
}

/** A sentence on a cell: `row 3 (line 4), column SFH: "x" is not a number`. */
export function complaint(cell: unknown, column: string, where: string, objection: Objection): string {
  const text = (typeof cell === 'string' ? cell : (JSON.stringify(cell) ?? 'nothing')).slice(
    0,
    SHOWN_CHARACTERS,
  );
  return `${where}, column ${column}: "${text}" ${objection}`;
}

function numberOf(cell: unknown): number | undefined {
  if (typeof cell === 'string' && NUMBER.test(cell.trim())) return finite(Number(cell));
  return typeof cell === 'number' ? finite(cell) : undefined;
}

function finite(value: number): number | undefined {
  // Models read 32-bit floats: what overflows there is as bad as infinity.
  return Number.isFinite(Math.fround(value)) ? value : undefined;
}

export function objectionTo(value: number, column: FeatureColumn): Objection | undefined {
  const { type, allowed, minimum, maximum } = column;
  if (allowed !== undefined && !allowed.includes(value)) return `is not one of ${allowed.join(', ')}`;
  if (type === 'integer' && !Number.isInteger(value)) return 'is not a whole number';
  if (minimum !== undefined && value < minimum) return `is less than ${minimum}`;
  return maximum !== undefined && value > maximum ? `is more than ${maximum}` : undefined;
}
