import type { FeatureSchema } from '@weir/contracts';
import { WeirError } from '@weir/platform';
import { invalidRequest, issue } from '../../http/request-validation.js';
import { expectedColumns } from '../plan/columns.js';
import { columnsError } from '../plan/columns-error.js';
import type { InputRow, RowInput } from './row-input.js';

type RowObject = Readonly<Record<string, unknown>>;

/** Row objects: an array of them, `{"rows": [...]}`, or one. Each must have the schema's columns. */
export function jsonInput(body: unknown, schema: FeatureSchema): RowInput {
  const objects = rowObjects(body);
  const [first] = objects;
  if (first === undefined) throw new WeirError('WEIR_DATA_EMPTY', 'There are no rows');
  const { required, optional } = expectedColumns(schema);
  const columns = [...required, ...optional.filter((name) => Object.hasOwn(first, name))];
  objects.forEach((object, index) => {
    checkMembers(object, `row ${index + 1}`, required, optional);
  });
  return { columns, rows: () => rowsOf(objects, columns) };
}

function rowObjects(body: unknown): readonly RowObject[] {
  const rows = Array.isArray(body) ? body : isObject(body) && Array.isArray(body.rows) ? body.rows : [body];
  rows.forEach((row: unknown, index) => {
    if (!isObject(row)) {
      throw invalidRequest([
        issue(String(index), 'isObject', `row ${index + 1} must be an object of columns`),
      ]);
    }
  });
  return rows as readonly RowObject[];
}

function isObject(value: unknown): value is RowObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function checkMembers(
  object: RowObject,
  where: string,
  required: readonly string[],
  optional: readonly string[],
): void {
  const missing = required.filter((name) => !Object.hasOwn(object, name));
  const extra = Object.keys(object).filter((name) => !required.includes(name) && !optional.includes(name));
  if (missing.length > 0 || extra.length > 0) throw columnsError({ missing, extra, where });
}

function* rowsOf(objects: readonly RowObject[], columns: readonly string[]): Generator<InputRow> {
  for (const [index, object] of objects.entries()) {
    const row = index + 1;
    yield { row, where: `row ${row}`, cells: columns.map((name) => object[name] ?? null) };
  }
}
