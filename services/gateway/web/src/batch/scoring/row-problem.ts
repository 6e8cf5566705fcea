import type { FeatureColumn } from '../input/schemas.js';

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const MISSING: readonly string[] = ['', '?', 'null'];

/** What keeps a row of features from being scored, as the gateway would say it; undefined where nothing does. */
export function rowProblem(cells: readonly string[], columns: readonly FeatureColumn[]): string | undefined {
  for (const [index, column] of columns.entries()) {
    const objection = objectionTo(cells[index] ?? '', column);
    if (objection !== undefined)
      return `column ${column.name}: "${(cells[index] ?? '').slice(0, 60)}" ${objection}`;
  }
  return undefined;
}

function objectionTo(cell: string, { type, allowed, minimum, maximum }: FeatureColumn): string | undefined {
  const text = cell.trim();
  if (MISSING.includes(text.toLowerCase())) return undefined;
  const value = Number(text);
  if (!NUMBER.test(text) || !Number.isFinite(Math.fround(value))) return 'is not a number';
  if (allowed !== undefined && !allowed.includes(value)) return `is not one of ${allowed.join(', ')}`;
  if (type === 'integer' && !Number.isInteger(value)) return 'is not a whole number';
  if (minimum !== undefined && value < minimum) return `is less than ${minimum}`;
  return maximum !== undefined && value > maximum ? `is more than ${maximum}` : undefined;
}
