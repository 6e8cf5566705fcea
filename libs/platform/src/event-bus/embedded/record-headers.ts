import { allHeaders, type OutgoingRecord } from '../event-bus.js';
import { type ByteReader, ByteWriter } from './bytes.js';

type Headers = Readonly<Record<string, string>>;
type OutgoingHeaders = Pick<OutgoingRecord, 'headers' | 'sharedHeaders'>;

const NO_HEADERS: Headers = Object.freeze({});
const SHARED_CAPACITY = 256;

interface EncodedHeaders {
  readonly headers: Headers;
  readonly count: number;
  readonly bytes: Buffer;
}

/** Writes the headers of one publish's records: those that records share are encoded once. */
export class HeaderWriter {
  #shared: EncodedHeaders | undefined;

  write(writer: ByteWriter, record: OutgoingHeaders): void {
    const { headers = NO_HEADERS, sharedHeaders } = record;
    const names = Object.keys(headers);
    if (sharedHeaders === undefined) {
      writer.number(names.length);
      writeEntries(writer, headers, names);
    } else if (names.some((name) => Object.hasOwn(sharedHeaders, name))) {
      const merged = allHeaders(record);
      this.write(writer, merged === undefined ? {} : { headers: merged });
    } else {
      const shared = this.#encoded(sharedHeaders);
      writer.number(shared.count + names.length);
      writer.raw(shared.bytes);
      writeEntries(writer, headers, names);
    }
  }

  #encoded(headers: Headers): EncodedHeaders {
    if (this.#shared?.headers !== headers) {
      const names = Object.keys(headers);
      const writer = new ByteWriter(SHARED_CAPACITY);
      writeEntries(writer, headers, names);
      this.#shared = { headers, count: names.length, bytes: writer.written() };
    }
    return this.#shared;
  }
}

function writeEntries(writer: ByteWriter, headers: Headers, names: readonly string[]): void {
  for (const name of names) {
    writer.text(name);
    writer.text(headers[name] ?? '');
  }
}

/** A text as it stood at its place in the record before. */
interface KnownText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Reads the headers of a chunk's records. Most texts are as in the record before: those are not made again. */
export class HeaderReader {
  /** Names and values in turn. */
  readonly #known: KnownText[] = [];
  #last: Headers = NO_HEADERS;
  #lastCount = 0;

  constructor(private readonly reader: ByteReader) {}

  read(): Headers {
    const count = this.reader.number();
    if (count === 0) return NO_HEADERS;
    let same = count === this.#lastCount;
    for (let place = 0; place < 2 * count; place += 1) {
      if (!this.#repeats(place)) same = false;
    }
    this.#lastCount = count;
    if (!same) this.#last = this.#collect(count);
    return this.#last;
  }

  #repeats(place: number): boolean {
    const { reader } = this;
    const known = this.#known[place];
    if (known !== undefined && reader.repeats(known.start, known.end)) return true;
    const start = reader.position;
    const text = reader.text();
    this.#known[place] = { text, start, end: reader.position };
    return false;
  }

  #collect(count: number): Headers {
    const headers: Record<string, string> = {};
    for (let place = 0; place < 2 * count; place += 2) {
      const name = this.#known[place]?.text ?? '';
      const value = this.#known[place + 1]?.text ?? '';
      // Assigned, it would be the object's prototype.
      if (name === '__proto__') Object.defineProperty(headers, name, { value, enumerable: true });
      else headers[name] = value;
    }
    return headers;
  }
}
