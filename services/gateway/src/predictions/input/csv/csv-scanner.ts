import { WeirError } from '@weir/platform';

const QUOTE = 0x22;
const COMMA = 0x2c;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** The byte at which lines end; before a line feed a carriage return may stand. */
export type LineEnd = typeof LINE_FEED | typeof CARRIAGE_RETURN;

/** Old Macs end lines with a carriage return alone. */
export function lineEndOf(bytes: Uint8Array): LineEnd {
  return bytes.includes(CARRIAGE_RETURN) && !bytes.includes(LINE_FEED) ? CARRIAGE_RETURN : LINE_FEED;
}

/**
 * Finds records and cells of RFC 4180 in blocks of bytes, without making a text of any: a million rows of thirty cells
 * would be thirty million texts. Empty lines are passed over. What `next` found stands in the fields until it is
 * called again.
 */
export class CsvScanner {
  bytes: Buffer = Buffer.alloc(0);
  /** Where the record's cells begin and end, quotes included. */
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  /** Cells of the record. */
  cells = 0;
  /** The record's bytes, without the end of its line. */
  from = 0;
  to = 0;
  /** The line on which the record begins, from 1. */
  line = 0;
  /** Bytes of the block that are read; the rest begins a record whose end is not in it. */
  at = 0;
  #nextLine = 1;
  #isLast = false;

  constructor(readonly lineEnd: LineEnd) {}

  /** `isLast`: the input ends with the block, and so does its last record. */
  load(bytes: Buffer, isLast: boolean): void {
    this.bytes = bytes;
    this.at = 0;
    this.#isLast = isLast;
  }

  /** Whether a whole record was found. Throws `WEIR_DATA_MALFORMED`. */
  next(): boolean {
    this.#passEmptyLines();
    if (this.at >= this.bytes.length) return false;
    this.from = this.at;
    this.line = this.#nextLine;
    this.cells = 0;
    const after = this.#scanCells();
    if (after < 0) {
      this.#nextLine = this.line;
      return false;
    }
    this.at = after;
    return true;
  }

  /** The text of a cell of the record, without its quotes. */
  text(cell: number): string {
    const start = this.starts[cell] as number;
    const end = this.ends[cell] as number;
    if (this.bytes[start] !== QUOTE || start === end) return this.bytes.toString('utf8', start, end);
    return this.bytes.toString('utf8', start + 1, end - 1).replaceAll('""', '"');
  }

  texts(): string[] {
    return Array.from({ length: this.cells }, (_, cell) => this.text(cell));
  }

  #passEmptyLines(): void {
    const { bytes, lineEnd } = this;
    for (;;) {
      const isPair = bytes[this.at] === CARRIAGE_RETURN && bytes[this.at + 1] === LINE_FEED;
      if (bytes[this.at] !== lineEnd && !isPair) break;
      this.at += isPair ? 2 : 1;
      this.#nextLine += 1;
    }
    const isHalf = bytes[this.at] === CARRIAGE_RETURN && this.at + 1 === bytes.length;
    if (isHalf && this.#isLast) this.at += 1;
  }

  /** Where the next record begins, or -1 if this one's end is not in the block. */
  #scanCells(): number {
    const { bytes, lineEnd } = this;
    const { length } = bytes;
    let at = this.from;
    for (;;) {
      const start = at;
      at = bytes[at] === QUOTE && at < length ? this.#afterQuotes(at) : this.#afterPlain(at);
      if (at < 0) return -1;
      if (at === length && !this.#isLast) return -1;
      if (bytes[at] === COMMA && at < length) {
        this.#add(start, at);
        at += 1;
        continue;
      }
      this.#nextLine += 1;
      const hasReturn = lineEnd === LINE_FEED && at > start && bytes[at - 1] === CARRIAGE_RETURN;
      this.to = hasReturn ? at - 1 : at;
      this.#add(start, this.to);
      return Math.min(at + 1, length);
    }
  }

  #add(start: number, end: number): void {
    if (this.cells === this.starts.length) {
      this.starts = grown(this.starts);
      this.ends = grown(this.ends);
    }
    this.starts[this.cells] = start;
    this.ends[this.cells] = end;
    this.cells += 1;
  }

  /** The next comma, end of line or of the block. */
  #afterPlain(start: number): number {
    const { bytes, lineEnd } = this;
    const { length } = bytes;
    let at = start;
    for (; at < length; at++) {
      const byte = bytes[at] as number;
      if (byte === COMMA || byte === lineEnd) return at;
      if (byte === QUOTE)
        throw malformed(this.line, 'a quote stands within a value that does not begin with one');
    }
    return at;
  }

  /** What follows the closing quote, or -1 if that is not in the block. */
  #afterQuotes(start: number): number {
    const { bytes } = this;
    let at = start + 1;
    for (;;) {
      const quote = bytes.indexOf(QUOTE, at);
      this.#countLines(at, quote < 0 ? bytes.length : quote);
      if (quote < 0 || quote + 1 === bytes.length) return this.#atEnd(quote);
      at = quote + 2;
      if (bytes[quote + 1] !== QUOTE) return this.#checkFollower(quote + 1);
    }
  }

  #atEnd(quote: number): number {
    if (!this.#isLast) return -1;
    if (quote < 0) throw malformed(this.line, 'a quote is opened and never closed');
    return quote + 1;
  }

  /** A carriage return before the end of the line belongs to it. */
  #checkFollower(at: number): number {
    const { bytes, lineEnd } = this;
    if (bytes[at] === COMMA || bytes[at] === lineEnd) return at;
    if (bytes[at] === CARRIAGE_RETURN) {
      if (at + 1 === bytes.length || bytes[at + 1] === LINE_FEED) return at + 1;
    }
    throw malformed(this.line, 'a value goes on after its closing quote');
  }

  #countLines(from: number, to: number): void {
    for (let at = this.bytes.indexOf(this.lineEnd, from); at >= 0 && at < to; ) {
      this.#nextLine += 1;
      at = this.bytes.indexOf(this.lineEnd, at + 1);
    }
  }
}

function grown(places: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(places.length * 2);
  larger.set(places);
  return larger;
}

function malformed(line: number, what: string): WeirError {
  return new WeirError('WEIR_DATA_MALFORMED', `line ${line}: ${what}`);
}
