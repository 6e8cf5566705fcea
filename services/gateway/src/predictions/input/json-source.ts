import type { FeatureSchema } from '@weir/contracts';
import { WeirError } from '@weir/platform';
import { invalidRequest, issue } from '../../http/request-validation.js';
import { complaint, readText } from '../plan/cell.js';
import { expectedColumns, type ScoringPlan } from '../plan/columns.js';
import { columnsError } from '../plan/columns-error.js';
import { FeatureCells } from '../plan/feature-cells.js';
import type { RowProblems } from '../plan/row-problems.js';
import { BATCH_ROWS, type RowBatch, type RowSource } from './row-batch.js';

type RowObject = Readonly<Record<string, unknown>>;
type Cells = readonly unknown[];

/** Row objects: an array of them, `{"rows": [...]}`, or one. Each must have the schema's columns. */
export function jsonSource(body: unknown, schema: FeatureSchema): RowSource {
  const objects = rowObjects(body);
  const [first] = objects;
  if (first === undefined) throw new WeirError('WEIR_DATA_EMPTY', 'There are no rows');
  const { required, optional } = expectedColumns(schema);
  const columns = [...required, ...optional.filter((name) => Object.hasOwn(first, name))];
  const known = new Set([...required, ...optional]);
  objects.forEach((object, index) => {
    checkMembers(object, index + 1, required, known);
  });
  return {
    columns,
    rows: objects.length,
    batches: (plan, problems) => batchesOf(objects, columns, plan, problems),
    close: async () => {},
  };
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
  row: number,
  required: readonly string[],
  known: ReadonlySet<string>,
): void {
  const missing = required.filter((name) => !Object.hasOwn(object, name));
  const extra = Object.keys(object).filter((name) => !known.has(name));
  if (missing.length > 0 || extra.length > 0) throw columnsError({ missing, extra, where: `row ${row}` });
}

function* batchesOf(
  objects: readonly RowObject[],
  columns: readonly string[],
  plan: ScoringPlan,
  problems: RowProblems,
): Generator<RowBatch> {
  const size = BATCH_ROWS[plan.kind];
  const read = plan.kind === 'url' ? readUrls : readFeatures;
  for (let from = 0; from < objects.length && !problems.isFull; from += size) {
    const rows = objects
      .slice(from, from + size)
      .map((object) => columns.map((name) => object[name] ?? null));
    const asked = read(rows, from + 1, plan as never, problems);
    if (!problems.isEmpty) continue;
    yield {
      first: from + 1,
      rows: rows.length,
      asked,
      where: (row) => `row ${from + 1 + row}`,
      cells: (row) => rows[row] as Cells,
    };
  }
}

type Of<Kind> = Extract<ScoringPlan, { kind: Kind }>;

function readFeatures(
  rows: readonly Cells[],
  first: number,
  plan: Of<'features'>,
  problems: RowProblems,
): Float32Array {
  const features = new FeatureCells(plan);
  const values = new Float32Array(rows.length * features.width);
  rows.forEach((cells, index) => {
    const bad = features.readCells(cells, values, index * features.width);
    if (bad !== undefined) complain(problems, first + index, bad.column.name, bad.cell, bad.objection);
  });
  return values;
}

function readUrls(
  rows: readonly Cells[],
  first: number,
  plan: Of<'url'>,
  problems: RowProblems,
): readonly string[] {
  return rows.map((cells, index) => {
    const url = readText(cells[plan.index]);
    if (url === undefined) complain(problems, first + index, plan.column, cells[plan.index], 'is not a URL');
    return url ?? '';
  });
}

function complain(
  problems: RowProblems,
  row: number,
  column: string,
  cell: unknown,
  objection: string,
): void {
  const message = complaint(cell, column, `row ${row}`, objection);
  problems.add({ row, code: 'WEIR_DATA_VALUE', path: column, message });
}
