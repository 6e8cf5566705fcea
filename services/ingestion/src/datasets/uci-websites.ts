import { rename, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { UCI_30 } from '@weir/contracts';
import { WeirError } from '@weir/platform';
import { readTable, type Table } from '../formats/index.js';
import { allColumnsOf, expectedColumnsOf } from '../rows/index.js';
import { unzip, zipEntries } from './zip-archive.js';

export const UCI_WEBSITES_URL = 'https://archive.ics.uci.edu/static/public/327/phishing+websites.zip';
export const UCI_WEBSITES_ROWS = 11_055;

const MAX_ARCHIVE_BYTES = 64 * 1024 * 1024;
const TIMEOUT_MS = 60_000;

/** The archive's ARFF names one column otherwise than the data set's table of variables does. */
const RENAMED: Readonly<Record<string, string>> = { port: 'port_no' };

export interface FetchUciWebsites {
  /** Where the gzipped CSV is to stand; it is replaced in one step. */
  readonly target: string;
  readonly url?: string;
}

/**
 * Fetches UCI 327 from its repository and writes it as the gzipped CSV that Weir ships.
 * Rejects with `WEIR_SOURCE_UNAVAILABLE` where the repository cannot be reached, with `WEIR_DATA_MALFORMED`,
 * `WEIR_DATA_COLUMNS` or `WEIR_DATA_VALUE` where it holds something else; the file is then left as it was.
 */
export async function fetchUciWebsites({ target, url = UCI_WEBSITES_URL }: FetchUciWebsites): Promise<void> {
  const archive = await download(url);
  const training = zipEntries(archive).find(({ name }) => /(^|\/)[^.][^/]*\.arff$/i.test(name));
  if (training === undefined) throw new WeirError('WEIR_DATA_MALFORMED', 'The archive holds no ARFF file');
  const table = await readTable(once(unzip(archive, training)), {
    name: training.name,
    expected: allColumnsOf(expectedColumnsOf(UCI_30)),
  });
  const csv = await csvOf(table);
  await writeFile(`${target}.new`, gzipSync(csv, { level: 9 }));
  await rename(`${target}.new`, target);
}

async function download(url: string): Promise<Buffer> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > MAX_ARCHIVE_BYTES) throw new Error(`it is larger than ${MAX_ARCHIVE_BYTES} bytes`);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    const { message, cause } = error as Error;
    const reason = cause instanceof Error ? cause.message : message;
    throw new WeirError(
      'WEIR_SOURCE_UNAVAILABLE',
      `The data set cannot be fetched from ${url}: ${reason}. Weir ships a copy in datasets/, and needs no other`,
      { cause: error },
    );
  }
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer, void, undefined> {
  yield bytes;
}

async function csvOf(table: Table): Promise<string> {
  const columns = table.columns.map((name) => RENAMED[name] ?? name);
  const expected = allColumnsOf(expectedColumnsOf(UCI_30));
  if (columns.join() !== expected.join()) {
    throw new WeirError(
      'WEIR_DATA_COLUMNS',
      `The archive's columns are ${columns.join(', ')}, not the data set's`,
    );
  }
  const lines = [expected.join(',')];
  for await (const { rowNumber, cells } of table.rows) {
    if (!cells.every((cell) => cell === '-1' || cell === '0' || cell === '1')) {
      throw new WeirError(
        'WEIR_DATA_VALUE',
        `Row ${rowNumber} of the archive holds other values than -1, 0 and 1`,
      );
    }
    lines.push(cells.join(','));
  }
  const rows = lines.length - 1;
  if (rows !== UCI_WEBSITES_ROWS) {
    throw new WeirError('WEIR_DATA_MALFORMED', `The archive holds ${rows} rows, not ${UCI_WEBSITES_ROWS}`);
  }
  return `${lines.join('\n')}\n`;
}
