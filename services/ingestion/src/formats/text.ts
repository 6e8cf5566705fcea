import { WeirError } from '@weir/platform';

/** What a file that is not text most likely is, by its first bytes. */
const MAGIC: readonly (readonly [bytes: Buffer, hint: string])[] = [
  [Buffer.from('PK\u0003\u0004', 'latin1'), 'it is a zip archive or a spreadsheet: unpack it, or export CSV'],
  [Buffer.from('PAR1', 'latin1'), 'it is Parquet: export it as CSV or NDJSON'],
  [Buffer.from([0xff, 0xfe]), 'it is UTF-16: save it as UTF-8'],
  [Buffer.from([0xfe, 0xff]), 'it is UTF-16: save it as UTF-8'],
  [Buffer.from([0x1f, 0x8b]), 'it is packed twice: unpack it once'],
];

/** Bytes that the longest of them takes. */
const HEAD_BYTES = 4;

/**
 * The bytes as UTF-8 text, without a byte order mark.
 * Fails with `WEIR_DATA_BINARY` at the first byte that is not UTF-8, or at a NUL.
 */
export async function* decodeText(bytes: AsyncIterable<Buffer>): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let read = 0;
  let head = Buffer.alloc(0);
  for await (const chunk of bytes) {
    if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES)]);
    const text = decode(() => decoder.decode(chunk, { stream: true }), head, read);
    if (chunk.includes(0)) throw binary(head, read + chunk.indexOf(0));
    read += chunk.length;
    if (text !== '') yield text;
  }
  const rest = decode(() => decoder.decode(), head, read);
  if (rest !== '') yield rest;
}

function decode(decoding: () => string, head: Buffer, at: number): string {
  try {
    return decoding();
  } catch (error) {
    throw binary(head, at, error);
  }
}

function binary(head: Buffer, at: number, cause?: unknown): WeirError {
  const known = MAGIC.find(([bytes]) => head.subarray(0, bytes.length).equals(bytes));
  const hint = known === undefined ? `not UTF-8 text near byte ${at}` : known[1];
  return new WeirError('WEIR_DATA_BINARY', `The data is not text: ${hint}`, { cause });
}
