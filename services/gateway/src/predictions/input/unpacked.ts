import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { WeirError } from '@weir/platform';

/** Of gzip; as text it is a control character, with which no table begins. */
const GZIP_FIRST_BYTE = 0x1f;

/**
 * An upload as text: unpacked where it is gzip. Neither what comes nor what it unpacks to may be larger than `maxBytes`
 * (`WEIR_REQUEST_TOO_LARGE`); broken gzip is `WEIR_DATA_MALFORMED`.
 */
export async function* unpacked(upload: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Buffer> {
  const chunks = bounded(upload, maxBytes);
  const first = await chunks.next();
  if (first.done === true) return;
  const whole = rejoined(first.value, chunks);
  yield* first.value[0] === GZIP_FIRST_BYTE ? bounded(gunzipped(whole), maxBytes) : whole;
}

async function* bounded(chunks: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > maxBytes)
      throw new WeirError('WEIR_REQUEST_TOO_LARGE', `The upload is larger than ${maxBytes} bytes`);
    if (chunk.length > 0) yield chunk;
  }
}

async function* rejoined(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

async function* gunzipped(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    // The stream's own iteration reports what goes wrong before it.
    yield* pipeline(chunks, createGunzip(), () => {}) as AsyncIterable<Buffer>;
  } catch (error) {
    if (!String((error as NodeJS.ErrnoException).code).startsWith('Z_')) throw error;
    throw new WeirError('WEIR_DATA_MALFORMED', 'The gzip data is broken or cut off', { cause: error });
  }
}
