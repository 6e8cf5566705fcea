import { inflateRawSync } from 'node:zlib';
import { WeirError } from '@weir/platform';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_BYTES = 22;
const STORED = 0;
const DEFLATED = 8;

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packedSize: number;
  readonly size: number;
  /** Of the local header. */
  readonly offset: number;
}

/**
 * The entries of a small zip archive held in memory (APPNOTE 6.3; no encryption, no zip64).
 * Throws `WEIR_DATA_MALFORMED` for what is no such archive.
 */
export function zipEntries(archive: Buffer): ZipEntry[] {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + END_BYTES > archive.length || archive.readUInt32LE(end) !== END_OF_DIRECTORY) {
    throw malformed('it has no directory');
  }
  const entries: ZipEntry[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let index = archive.readUInt16LE(end + 10); index > 0; index -= 1) {
    if (at + 46 > end || archive.readUInt32LE(at) !== DIRECTORY_ENTRY)
      throw malformed('its directory is damaged');
    const [name, extra, comment] = [28, 30, 32].map((field) => archive.readUInt16LE(at + field));
    entries.push({
      name: archive.toString('utf8', at + 46, at + 46 + name!),
      method: archive.readUInt16LE(at + 10),
      packedSize: archive.readUInt32LE(at + 20),
      size: archive.readUInt32LE(at + 24),
      offset: archive.readUInt32LE(at + 42),
    });
    at += 46 + name! + extra! + comment!;
  }
  return entries;
}

/** An entry's bytes. Throws `WEIR_DATA_MALFORMED` if they are damaged, or packed in another way than deflate. */
export function unzip(archive: Buffer, entry: ZipEntry): Buffer {
  if (entry.offset + 30 > archive.length) throw malformed(`${entry.name} is cut short`);
  const start =
    entry.offset + 30 + archive.readUInt16LE(entry.offset + 26) + archive.readUInt16LE(entry.offset + 28);
  const packed = archive.subarray(start, start + entry.packedSize);
  if (entry.method === STORED) return packed;
  if (entry.method !== DEFLATED) throw malformed(`${entry.name} is packed by method ${entry.method}`);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(entry.size, 1) });
  } catch (error) {
    throw malformed(`${entry.name} is damaged: ${(error as Error).message}`);
  }
}

function malformed(what: string): WeirError {
  return new WeirError('WEIR_DATA_MALFORMED', `The zip archive cannot be read: ${what}`);
}
