import type { OutgoingRecord } from '../../event-bus.js';
import { allHeaders } from '../../event-bus.js';
import { varintSize, writeVarint } from '../varint.js';

const SLAB_BYTES = 256 * 1024;
/** Longer texts are measured before they are written; shorter ones get room for the worst case. */
const LONG_TEXT = 8 * 1024;
const MOST_BYTES_PER_UNIT = 3;
const LENGTH_BYTES = 5;

/** A record's key, value and headers as they stand in a record batch (format 2); its offset is known later. */
export interface EncodedRecord {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
  /** Where the key lies in `bytes`; -1 where there is none. */
  readonly keyStart: number;
  readonly keyEnd: number;
}

interface EncodedHeaders {
  readonly count: number;
  readonly bytes: Buffer;
}

type Headers = Readonly<Record<string, string>>;

/** Encodes records one behind the other into large buffers: no object and no buffer for a field of a record. */
export class RecordSlab {
  #bytes = Buffer.allocUnsafeSlow(SLAB_BYTES);
  #at = 0;
  /** Shared headers are the same object for a whole batch. */
  #shared: Headers | undefined;
  #sharedEncoded: EncodedHeaders = { count: 0, bytes: Buffer.alloc(0) };

  encode(record: OutgoingRecord): EncodedRecord {
    const shared = this.#sharedOf(record);
    const own = shared === undefined ? allHeaders(record) : record.headers;
    this.#reserve(
      roomFor(record.key) + roomFor(record.value) + roomForHeaders(own) + (shared?.bytes.length ?? 0),
    );
    const start = this.#at;
    this.#field(record.key);
    const keyEnd = this.#at;
    const keyStart = record.key === null ? -1 : keyEnd - this.#lastLength;
    this.#field(record.value);
    this.#headers(own, shared);
    return { bytes: this.#bytes, start, end: this.#at, keyStart, keyEnd };
  }

  #lastLength = 0;

  #field(data: string | Buffer | null): void {
    if (data === null) {
      this.#at = writeVarint(this.#bytes, this.#at, -1);
      return;
    }
    if (typeof data === 'string') {
      this.#text(data);
      return;
    }
    this.#at = writeVarint(this.#bytes, this.#at, data.length);
    this.#bytes.set(data, this.#at);
    this.#at += data.length;
    this.#lastLength = data.length;
  }

  /** The length stands before the text: its size is guessed for ASCII, and the text moved where that was wrong. */
  #text(text: string): void {
    const guessed = varintSize(text.length);
    const written = this.#bytes.write(text, this.#at + guessed, 'utf8');
    const size = varintSize(written);
    if (size !== guessed)
      this.#bytes.copyWithin(this.#at + size, this.#at + guessed, this.#at + guessed + written);
    this.#at = writeVarint(this.#bytes, this.#at, written) + written;
    this.#lastLength = written;
  }

  #headers(own: Headers | undefined, shared: EncodedHeaders | undefined): void {
    const names = own === undefined ? [] : Object.keys(own);
    this.#at = writeVarint(this.#bytes, this.#at, names.length + (shared?.count ?? 0));
    if (shared !== undefined) {
      this.#bytes.set(shared.bytes, this.#at);
      this.#at += shared.bytes.length;
    }
    if (own !== undefined) this.#entries(own, names);
  }

  #entries(headers: Headers, names: readonly string[]): void {
    for (const name of names) {
      this.#text(name);
      this.#text(headers[name] ?? '');
    }
  }

  /** `undefined` where there are none, or where one of the record's own takes the place of a shared one. */
  #sharedOf({ headers, sharedHeaders }: OutgoingRecord): EncodedHeaders | undefined {
    if (sharedHeaders === undefined) return undefined;
    for (const name in headers) if (name in sharedHeaders) return undefined;
    if (sharedHeaders !== this.#shared) {
      this.#sharedEncoded = this.#encoded(sharedHeaders);
      this.#shared = sharedHeaders;
    }
    return this.#sharedEncoded;
  }

  /** Written where the next record goes, and copied from there. */
  #encoded(headers: Headers): EncodedHeaders {
    const names = Object.keys(headers);
    this.#reserve(roomForHeaders(headers));
    const start = this.#at;
    this.#entries(headers, names);
    const bytes = Buffer.from(this.#bytes.subarray(start, this.#at));
    this.#at = start;
    return { count: names.length, bytes };
  }

  #reserve(room: number): void {
    if (this.#at + room <= this.#bytes.length) return;
    this.#bytes = Buffer.allocUnsafeSlow(Math.max(SLAB_BYTES, room));
    this.#at = 0;
  }
}

function roomForHeaders(headers: Headers | undefined): number {
  let room = LENGTH_BYTES;
  for (const name in headers) room += roomFor(name) + roomFor(headers[name] ?? '');
  return room;
}

function roomFor(data: string | Buffer | null): number {
  if (data === null) return LENGTH_BYTES;
  if (typeof data !== 'string') return LENGTH_BYTES + data.length;
  return (
    LENGTH_BYTES + (data.length > LONG_TEXT ? Buffer.byteLength(data) : data.length * MOST_BYTES_PER_UNIT)
  );
}
