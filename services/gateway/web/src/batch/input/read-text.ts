import { UnusableFile } from './unusable-file.js';

/** Held in memory as text; far more than anybody looks through. */
export const MOST_BYTES = 128 * 1_048_576;
const GZIP = [0x1f, 0x8b];
const ZIP = [0x50, 0x4b];

/** A file's text: UTF-8, or UTF-16 where it says so, gzipped or not. Throws `UnusableFile`. */
export async function readText(file: Blob): Promise<string> {
  const start = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (startsWith(start, ZIP)) {
    throw new UnusableFile(
      'This is a zip archive or an Excel workbook. Save the sheet as CSV and drop that.',
    );
  }
  const bytes = await readBytes(startsWith(start, GZIP) ? unpacked(file) : file.stream());
  const text = decode(bytes);
  if (text.includes('\u0000')) throw new UnusableFile('This is not a text file: it holds binary data.');
  if (text.trim() === '') throw new UnusableFile('The file is empty.');
  return text;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function unpacked(file: Blob): ReadableStream<Uint8Array> {
  return file
    .stream()
    .pipeThrough(new DecompressionStream('gzip') as ReadableWritablePair<Uint8Array, Uint8Array>);
}

/** Read piece by piece: a small archive can unpack to more than there is memory. */
async function readBytes(stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new UnusableFile('The file cannot be read: it may be damaged.');
    });
    if (done) break;
    pieces.push(new Uint8Array(value));
    length += value.length;
    if (length > MOST_BYTES) {
      await reader.cancel();
      throw new UnusableFile(
        `The file holds more than ${MOST_BYTES / 1_048_576} MB. Send it with "weir check --csv", or in parts.`,
      );
    }
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

function decode(bytes: Uint8Array<ArrayBuffer>): string {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const encoding = isUtf16 ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UnusableFile('The text is not UTF-8. Save it as "CSV UTF-8" and drop that.');
  }
}
