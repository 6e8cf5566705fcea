import { refang } from '../../check/pasted-urls.js';
import type { Schema } from './schemas.js';
import { UnusableFile } from './unusable-file.js';

/** What a file's columns are. */
export type Detected =
  | { readonly kind: 'urls'; readonly column: number; readonly hasHeader: boolean }
  | { readonly kind: 'features'; readonly schema: Schema; readonly indexes: readonly number[] };

const URL_NAMES: readonly string[] = [
  'url',
  'urls',
  'link',
  'uri',
  'address',
  'domain',
  'host',
  'hostname',
  'website',
];
/** A scheme, or a host with a dot before whatever follows; no spaces. */
const LOOKS_LIKE_URL =
  /^(?:https?:\/\/\S+|[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.[\p{L}][\p{L}\p{N}-]+(?:[:/?#]\S*)?)$/iu;
const LEAST_SHARE = 0.6;
const SHOWN_COLUMNS = 4;

/** Finds out by the header, and where there is none by what the cells look like. Throws `UnusableFile`. */
export function detect(records: readonly (readonly string[])[], schemas: readonly Schema[]): Detected {
  const [header = [], ...rows] = records;
  const features = featuresOf(header, schemas);
  if (features !== undefined) return features;
  const named = header.findIndex((name) => URL_NAMES.includes(name.toLowerCase()));
  if (named >= 0) return { kind: 'urls', column: named, hasHeader: true };
  const column = columnOfUrls(rows.length === 0 ? [header] : rows);
  if (column === undefined) throw new UnusableFile(whatIsWrong(header, schemas));
  return { kind: 'urls', column, hasHeader: !looksLikeUrl(header[column] ?? '') };
}

function featuresOf(header: readonly string[], schemas: readonly Schema[]): Detected | undefined {
  const fitting = schemas
    .filter(({ input, columns }) => input.kind === 'features' && columns.length > 0)
    .filter(({ columns }) => columns.every(({ name }) => header.includes(name)))
    // Of two that fit, the one that reads more of the file.
    .sort((a, b) => b.columns.length - a.columns.length);
  const [schema] = fitting;
  if (schema === undefined) return undefined;
  return { kind: 'features', schema, indexes: schema.columns.map(({ name }) => header.indexOf(name)) };
}

export function looksLikeUrl(cell: string): boolean {
  return LOOKS_LIKE_URL.test(refang(cell.trim()));
}

function columnOfUrls(rows: readonly (readonly string[])[]): number | undefined {
  const width = Math.max(...rows.map((row) => row.length));
  const shares = Array.from({ length: width }, (_, column) => {
    const share = rows.filter((row) => looksLikeUrl(row[column] ?? '')).length / rows.length;
    return { column, share };
  });
  const [best] = shares.sort((a, b) => b.share - a.share || a.column - b.column);
  return best !== undefined && best.share >= LEAST_SHARE ? best.column : undefined;
}

/** The nearest schema, and what keeps the file from fitting it. */
function whatIsWrong(header: readonly string[], schemas: readonly Schema[]): string {
  const [nearest] = schemas
    .filter(({ input }) => input.kind === 'features')
    .map((schema) => ({ schema, missing: schema.columns.filter(({ name }) => !header.includes(name)) }))
    .filter(({ schema, missing }) => missing.length < schema.columns.length)
    .sort((a, b) => a.missing.length - b.missing.length);
  if (nearest === undefined) {
    return 'There are no URLs in it, and its header names the columns of no feature schema. Drop a list of URLs, one a line, a CSV with a column "url", or a CSV of features.';
  }
  const names = nearest.missing.slice(0, SHOWN_COLUMNS).map(({ name }) => name);
  const more =
    nearest.missing.length > names.length ? ` and ${nearest.missing.length - names.length} more` : '';
  return `It comes near the features of ${nearest.schema.name}, but columns are missing: ${names.join(', ')}${more}.`;
}
