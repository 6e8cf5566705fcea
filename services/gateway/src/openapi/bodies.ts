import { ApiExtension, getSchemaPath } from '@nestjs/swagger';
import { UCI_30 } from '@weir/contracts';

/** The member of an operation that says what bodies it reads, until the document is complete. */
export const BODY_EXTENSION = 'x-weir-body';

export interface BodyContent {
  readonly schema: object;
  readonly example?: unknown;
  readonly encoding?: object;
}

export interface DescribedBody {
  readonly required: boolean;
  readonly content: Readonly<Record<string, BodyContent>>;
}

/** The bodies a route reads, each media type with its own schema and example. */
export function ApiBodies(body: DescribedBody): MethodDecorator {
  return ApiExtension(BODY_EXTENSION, body);
}

const NAMES = UCI_30.columns.map(({ name }) => name);
const VALUES = UCI_30.columns.map(({ allowed = [0] }) => allowed[0]);

/** A row of `uci-30`. */
export const ROW_EXAMPLE = Object.fromEntries(NAMES.map((name, column) => [name, VALUES[column]]));
/** The same row as a file. */
export const CSV_EXAMPLE = `${NAMES.join(',')}\n${VALUES.join(',')}\n`;
/** With its label, as training needs. */
const LABELLED_EXAMPLE = `${NAMES.join(',')},${UCI_30.label.column}\n${VALUES.join(',')},-1\n`;

const CSV_TEXT = { type: 'string', description: 'A header line, then rows' };
const FILE = { type: 'string', format: 'binary', description: 'CSV; the field may have another name' };
const SCHEMA_FIELD = { type: 'string', description: 'Stands before the file', minLength: 1, maxLength: 100 };

/** A CSV as the body or in a multipart one. */
export function csvBodies(example = CSV_EXAMPLE): Record<string, BodyContent> {
  const schema = { type: 'object', properties: { file: FILE }, required: ['file'] };
  return {
    'text/csv': { schema: CSV_TEXT, example },
    'multipart/form-data': { schema, example: { file: example }, encoding: FILE_IS_CSV },
  };
}

const FILE_IS_CSV = { file: { contentType: 'text/csv' } };

/** Labelled rows to keep and to learn from, whose schema a field or the query names. */
export function uploadBodies(): Record<string, BodyContent> {
  const properties = { schema: SCHEMA_FIELD, file: FILE };
  return {
    'text/csv': { schema: CSV_TEXT, example: LABELLED_EXAMPLE },
    'multipart/form-data': {
      schema: { type: 'object', properties, required: ['file'] },
      example: { schema: UCI_30.name, file: LABELLED_EXAMPLE },
      encoding: FILE_IS_CSV,
    },
  };
}

export function jsonBody(name: string, example: object): Record<string, BodyContent> {
  return { 'application/json': { schema: { $ref: getSchemaPath(name) }, example } };
}
