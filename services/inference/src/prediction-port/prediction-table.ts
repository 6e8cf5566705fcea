import { decodeRows, type Issue, type NumberRows, type PredictionsRequest } from '@weir/contracts';
import { invalid, isObject } from './invalid-request.js';
import type { ModelRows } from './row-classifier.js';

const MOST_CELL_ISSUES = 20;

/** Rows of a request, and where each of the model's features stands in them. */
export interface PredictionTable {
  readonly rows: PredictionsRequest['rows'];
  /** Index in a row of each feature, in the model's order. */
  readonly places: readonly number[];
}

/**
 * The body of `POST /internal/predictions/:schema`, against the features the model reads.
 * Throws `WEIR_REQUEST_INVALID` (shape), `WEIR_DATA_COLUMNS` (missing, unknown or doubled columns) or
 * `WEIR_DATA_VALUE` (a cell that is neither a number nor null).
 */
export function readPredictionTable(body: unknown, features: readonly string[]): PredictionTable {
  if (!isObject(body) || !Array.isArray(body.columns) || !Array.isArray(body.rows)) {
    throw invalid('WEIR_REQUEST_INVALID', 'The body must be a JSON object with columns and rows', []);
  }
  const places = placesOf(body.columns, features);
  checkRows(body.rows, body.columns);
  return { rows: body.rows as PredictionsRequest['rows'], places };
}

/** The same, as the model reads it. */
export function readJsonRows(body: unknown, features: readonly string[]): ModelRows {
  const { rows, places } = readPredictionTable(body, features);
  const values = new Float32Array(rows.length * places.length);
  let at = 0;
  for (const row of rows) for (const place of places) values[at++] = row[place] ?? Number.NaN;
  return { values, rows: rows.length };
}

/** A rows message, as the model reads it. Throws `WEIR_REQUEST_INVALID` or `WEIR_DATA_COLUMNS`. */
export function readRowsMessage(body: Uint8Array, features: readonly string[]): ModelRows {
  const { columns, rows, values } = decoded(body);
  const places = placesOf(columns, features);
  if (places.every((place, index) => place === index)) return { values, rows };
  const ordered = new Float32Array(values.length);
  let at = 0;
  for (let start = 0; start < values.length; start += columns.length)
    for (const place of places) ordered[at++] = values[start + place] as number;
  return { values: ordered, rows };
}

function decoded(body: Uint8Array): NumberRows {
  try {
    return decodeRows(body);
  } catch (error) {
    throw invalid('WEIR_REQUEST_INVALID', (error as RangeError).message, []);
  }
}

function placesOf(columns: readonly unknown[], features: readonly string[]): number[] {
  const places = new Map<unknown, number>(features.map((feature) => [feature, -1]));
  const issues: Issue[] = [];
  columns.forEach((name, at) => {
    const place = places.get(name);
    if (place === -1) places.set(name, at);
    else issues.push(columnIssue(place === undefined ? 'unknown' : 'doubled', name));
  });
  const missing = features.filter((feature) => places.get(feature) === -1);
  issues.unshift(...missing.map((name) => columnIssue('missing', name)));
  if (issues.length > 0) {
    const named = issues.slice(0, 5).map(({ message }) => message);
    throw invalid('WEIR_DATA_COLUMNS', `Columns differ from the model's: ${named.join('; ')}`, issues);
  }
  return [...places.values()];
}

function columnIssue(code: 'missing' | 'unknown' | 'doubled', name: unknown): Issue {
  const shown = typeof name === 'string' ? name.slice(0, 100) : JSON.stringify(name)?.slice(0, 100);
  return { code, path: 'columns', message: `${shown} is ${code}` };
}

function checkRows(rows: readonly unknown[], columns: readonly unknown[]): void {
  const issues: Issue[] = [];
  for (let row = 0; row < rows.length && issues.length < MOST_CELL_ISSUES; row++) {
    issues.push(...rowIssues(rows[row], row, columns));
  }
  if (issues.length > 0) {
    throw invalid('WEIR_DATA_VALUE', issues[0]?.message ?? 'A row is not valid', issues);
  }
}

function rowIssues(cells: unknown, row: number, columns: readonly unknown[]): Issue[] {
  if (!Array.isArray(cells) || cells.length !== columns.length) {
    const message = `row ${row + 1} must be an array of ${columns.length} values`;
    return [{ code: 'rowLength', path: `rows.${row}`, message }];
  }
  const bad = cells.findIndex((cell) => cell !== null && !isModelNumber(cell));
  if (bad < 0) return [];
  const message = `row ${row + 1}, column ${columns[bad]}: must be a number or null`;
  return [{ code: 'isNumber', path: `rows.${row}.${bad}`, message }];
}

/** Models read 32-bit floats: what overflows there is as bad as infinity. */
function isModelNumber(cell: unknown): boolean {
  return typeof cell === 'number' && Number.isFinite(Math.fround(cell));
}
