import { WeirError } from '@weir/platform';
import { readArff } from './arff.js';
import { readCsv } from './csv.js';
import { decompress } from './decompress.js';
import { detectFormat } from './detect.js';
import { readNdjson } from './ndjson.js';
import type { Format, Table } from './table.js';
import { decodeText } from './text.js';

const HEAD_UNITS = 32;

export interface ReadTableOptions {
  /** Tells the format by its extension. */
  readonly name: string;
  readonly format?: Format;
  readonly delimiter?: string;
  /** Columns of the schema, the label's included. */
  readonly expected: readonly string[];
  /** Bound of the unpacked size, in bytes. */
  readonly maxBytes?: number;
}

/**
 * A file's rows: CSV, ARFF or NDJSON in UTF-8, gzipped or not; memory holds a few chunks, never the file.
 * Fails with `WEIR_DATA_EMPTY`, `WEIR_DATA_BINARY`, `WEIR_DATA_MALFORMED` or `WEIR_OBJECT_TOO_LARGE`,
 * here or when the rows are read.
 */
export async function readTable(bytes: AsyncIterable<Uint8Array>, options: ReadTableOptions): Promise<Table> {
  const text = decodeText(decompress(bytes, options.maxBytes))[Symbol.asyncIterator]();
  const head = await readHead(text);
  const table = await tableOf(resume(head, text), head, options);
  if (table !== null) return table;
  await text.return?.();
  throw new WeirError('WEIR_DATA_EMPTY', `${options.name} is empty`);
}

function tableOf(
  text: AsyncIterable<string>,
  head: string,
  options: ReadTableOptions,
): Promise<Table | null> {
  const { expected, delimiter } = options;
  switch (options.format ?? detectFormat(options.name, head)) {
    case 'arff':
      return readArff(text);
    case 'ndjson':
      return readNdjson(text, expected);
    case 'csv':
      return readCsv(text, { expected, ...(delimiter === undefined ? {} : { delimiter }) });
  }
}

/** Text enough to tell the format by. */
async function readHead(text: AsyncIterator<string>): Promise<string> {
  let head = '';
  while (head.trimStart().length < HEAD_UNITS) {
    const next = await text.next();
    if (next.done === true) break;
    // Leading space tells nothing, and a file of nothing else must not fill the memory.
    head = head.trim() === '' ? next.value : head + next.value;
  }
  return head;
}

async function* resume(head: string, text: AsyncIterator<string>): AsyncGenerator<string> {
  try {
    yield head;
    for (let next = await text.next(); next.done !== true; next = await text.next()) yield next.value;
  } finally {
    await text.return?.();
  }
}
