import type { FeatureColumn, FeatureSchema } from '@weir/contracts';
import { columnsError } from './columns-error.js';

export interface ExpectedColumns {
  readonly required: readonly string[];
  /** The label and, with a URL, its context: handed through, never read. */
  readonly optional: readonly string[];
}

export function expectedColumns(schema: FeatureSchema): ExpectedColumns {
  const { input, label } = schema;
  if (input.kind === 'url') return { required: [input.column], optional: [...input.context, label.column] };
  return { required: schema.columns.map((column) => column.name), optional: [label.column] };
}

/** Where in an input's rows the schema's columns stand. */
export type ScoringPlan =
  | {
      readonly kind: 'features';
      readonly columns: readonly FeatureColumn[];
      readonly indexes: readonly number[];
    }
  | { readonly kind: 'url'; readonly column: string; readonly index: number };

interface Planned {
  readonly columns: readonly string[];
  readonly plan: ScoringPlan;
}

/** Of each schema the last plan: whoever sends a record a request sends the same columns each time. */
const planned = new WeakMap<FeatureSchema, Planned>();

/** Matches an input's columns with the schema's, in any order. Throws `WEIR_DATA_COLUMNS`. */
export function planScoring(schema: FeatureSchema, columns: readonly string[]): ScoringPlan {
  const last = planned.get(schema);
  if (last !== undefined && isSame(last.columns, columns)) return last.plan;
  const plan = planFor(schema, columns);
  planned.set(schema, { columns: [...columns], plan });
  return plan;
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((name, index) => name === others[index]);
}

function planFor(schema: FeatureSchema, columns: readonly string[]): ScoringPlan {
  checkColumns(schema, columns);
  const { input } = schema;
  if (input.kind === 'url')
    return { kind: 'url', column: input.column, index: columns.indexOf(input.column) };
  const indexes = schema.columns.map((column) => columns.indexOf(column.name));
  return { kind: 'features', columns: schema.columns, indexes };
}

/** What data frames call the number of a row where they write it: as the first column it is handed through, never read. */
const ROW_NUMBER_NAMES: readonly string[] = ['', 'Unnamed: 0', 'index', 'id'];

function isRowNumber(name: string, index: number): boolean {
  return index === 0 && ROW_NUMBER_NAMES.includes(name);
}

function checkColumns(schema: FeatureSchema, columns: readonly string[]): void {
  const { required, optional } = expectedColumns(schema);
  const missing = required.filter((name) => !columns.includes(name));
  const isKnown = (name: string) => required.includes(name) || optional.includes(name);
  const extra = columns.filter((name, index) => !isKnown(name) && !isRowNumber(name, index));
  const duplicate = [...new Set(columns.filter((name, index) => columns.indexOf(name) !== index))];
  if (missing.length + extra.length + duplicate.length === 0) return;
  const hint = delimiterHint(columns);
  throw columnsError({ missing, extra, duplicate, ...(hint === undefined ? {} : { hint }) });
}

function delimiterHint(columns: readonly string[]): string | undefined {
  const [only, ...others] = columns;
  if (only === undefined || others.length > 0) return undefined;
  const delimiter = [';', '\t', '|'].find((each) => only.includes(each));
  if (delimiter === undefined) return undefined;
  const name = delimiter === '\t' ? 'a tab' : `"${delimiter}"`;
  return `The header line seems to be divided by ${name}: columns are divided by commas here`;
}
