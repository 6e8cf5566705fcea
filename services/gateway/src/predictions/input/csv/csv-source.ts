import { WeirError } from '@weir/platform';
import type { ScoringPlan } from '../../plan/columns.js';
import type { RowProblems } from '../../plan/row-problems.js';
import type { RowBatch, RowSource } from '../row-batch.js';
import { BlockReader, checkText } from './block-reader.js';
import { CsvBatchReader } from './csv-batch.js';
import { CsvScanner, lineEndOf } from './csv-scanner.js';

const BYTE_ORDER_MARK = Buffer.of(0xef, 0xbb, 0xbf);

/**
 * A CSV with a header line: byte order mark, CRLF and quotes understood (RFC 4180), rows of any number, read as they
 * arrive. Throws `WEIR_DATA_EMPTY`, `_BINARY` or `_MALFORMED`.
 */
export async function csvSource(upload: AsyncIterable<Buffer>): Promise<RowSource> {
  const reader = new BlockReader(upload);
  try {
    return await openSource(reader);
  } catch (error) {
    await reader.stop();
    throw error;
  }
}

async function openSource(reader: BlockReader): Promise<RowSource> {
  let block = await reader.next(Buffer.alloc(0), 1);
  if (block.bytes.indexOf(BYTE_ORDER_MARK) === 0) block = { ...block, bytes: block.bytes.subarray(3) };
  checkBlock(block.bytes, block.isLast);
  const scanner = new CsvScanner(lineEndOf(block.bytes));
  scanner.load(block.bytes, block.isLast);
  while (!scanner.next()) {
    if (block.isLast) throw new WeirError('WEIR_DATA_EMPTY', 'The upload is empty');
    block = await reader.next(block.bytes.subarray(scanner.at), scanner.line);
    checkBlock(block.bytes, block.isLast);
    scanner.load(block.bytes, block.isLast);
  }
  const columns = scanner.texts().map((name) => name.trim());
  return {
    columns,
    batches: (plan, problems) => batchesOf(reader, scanner, { plan, problems, width: columns.length, block }),
    close: () => reader.stop(),
  };
}

interface Reading {
  readonly plan: ScoringPlan;
  readonly problems: RowProblems;
  /** Of the header. */
  readonly width: number;
  readonly block: { readonly isLast: boolean };
}

async function* batchesOf(
  reader: BlockReader,
  scanner: CsvScanner,
  { plan, problems, width, block: { isLast } }: Reading,
): AsyncGenerator<RowBatch> {
  const batches = new CsvBatchReader(scanner, plan, width, problems);
  for (let atEnd = isLast; ; ) {
    for (let batch = batches.next(); batch !== undefined; batch = batches.next()) yield batch;
    if (atEnd || problems.isFull) return;
    const block = await reader.next(scanner.bytes.subarray(scanner.at), scanner.line);
    checkBlock(block.bytes, block.isLast);
    scanner.load(block.bytes, block.isLast);
    atEnd = block.isLast;
  }
}

/** A block may end within a character: what is cut off is checked with the next. */
function checkBlock(bytes: Buffer, isLast: boolean): void {
  checkText(isLast ? bytes : bytes.subarray(0, wholeCharacters(bytes)));
}

function wholeCharacters(bytes: Buffer): number {
  let end = bytes.length;
  // At most three bytes go on a character that began before them.
  for (let back = 1; back <= 4 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    if (size > back) end = bytes.length - back;
    break;
  }
  return end;
}
