import type { FeatureColumn } from '@weir/contracts';
import { WeirError } from '@weir/platform';

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const MISSING: readonly string[] = ['', '?', 'null'];
const SHOWN_CHARACTERS = 60;

/** A cell's number; `null`, an empty cell and `?` are missing values. Throws `WEIR_DATA_VALUE` with row and column. */
export function readNumber(cell: unknown, column: FeatureColumn, where: string): number | null {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === 'string' && MISSING.includes(cell.trim().toLowerCase())) return null;
  const value = numberOf(cell);
  if (value === undefined) throw valueError(cell, column.name, where, 'is not a number');
  const objection = objectionTo(value, column);
  if (objection !== undefined) throw valueError(cell, column.name, where, objection);
  return value;
}

/** A cell's text. Throws `WEIR_DATA_VALUE` where there is none. */
export function readText(cell: unknown, column: string, where: string): string {
  if (typeof cell === 'string' && cell.trim() !== '') return cell.trim();
  throw valueError(cell, column, where, 'is not a URL');
}

export function valueError(cell: unknown, column: string, where: string, objection: string): WeirError {
  const text = (typeof cell === 'string' ? cell : (JSON.stringify(cell) ?? 'nothing')).slice(
    0,
    SHOWN_CHARACTERS,
  );
  const message = `${where}, column ${column}: "${text}" ${objection}`;
  return new WeirError('WEIR_DATA_VALUE', message, {
    context: { errors: [{ path: column, code: 'value', message }] },
  });
}

function numberOf(cell: unknown): number | undefined {
  if (typeof cell === 'string' && NUMBER.test(cell.trim())) return finite(Number(cell));
  return typeof cell === 'number' ? finite(cell) : undefined;
}

function finite(value: number): number | undefined {
  // Models read 32-bit floats: what overflows there is as bad as infinity.
  return Number.isFinite(Math.fround(value)) ? value : undefined;
}

function objectionTo(value: number, column: FeatureColumn): string | undefined {
  const { type, allowed, minimum, maximum } = column;
  if (allowed !== undefined && !allowed.includes(value)) return `is not one of ${allowed.join(', ')}`;
  if (type === 'integer' && !Number.isInteger(value)) return 'is not a whole number';
  if (minimum !== undefined && value < minimum) return `is less than ${minimum}`;
  return maximum !== undefined && value > maximum ? `is more than ${maximum}` : undefined;
}
