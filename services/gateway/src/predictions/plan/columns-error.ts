import { WeirError } from '@weir/platform';

export interface ColumnDifference {
  readonly missing: readonly string[];
  readonly extra: readonly string[];
  readonly duplicate?: readonly string[];
  /** `row 3`, where the columns are a row's own. */
  readonly where?: string;
  readonly hint?: string;
}

const SHOWN = 40;

function list(title: string, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const shown = names.slice(0, SHOWN).map((name) => `"${name.slice(0, 100)}"`);
  const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '';
  return [`${title}: ${shown.join(', ')}${more}`];
}

/** `WEIR_DATA_COLUMNS`, naming every column that is missing, not of the schema, or there twice. */
export function columnsError({ missing, extra, duplicate = [], where, hint }: ColumnDifference): WeirError {
  const parts = [
    ...list('missing', missing),
    ...list('not in the schema', extra),
    ...list('twice', duplicate),
  ];
  const detail = `${where === undefined ? '' : `${where}: `}${parts.join('; ')}${hint === undefined ? '' : `. ${hint}`}`;
  const errors = [
    ...missing.map((path) => ({ path, code: 'missing', message: 'the column is missing' })),
    ...extra.map((path) => ({ path, code: 'unknown', message: 'the schema has no such column' })),
    ...duplicate.map((path) => ({ path, code: 'duplicate', message: 'the column is there twice' })),
  ];
  return new WeirError('WEIR_DATA_COLUMNS', detail, { context: { errors: errors.slice(0, 2 * SHOWN) } });
}
