import { type StreamPositions, written } from './stream-positions.js';
import type { VerdictRing } from './verdict-ring.js';

const LINE_FEED = 10;
const TYPICAL_ID = 96;
const NO_PARTITION = -1;

/** Writes records of the ring as server-sent events: `id: <positions>`, `data: <the record's bytes>`, an empty line. */
export class FrameWriter {
  #buffer = Buffer.alloc(0);
  #at = 0;
  /** Of the partition whose records are being written. */
  #partition = NO_PARTITION;
  #before = '';
  #after = '';

  /** `positions` before the first record; they are moved on. */
  constructor(
    private readonly ring: VerdictRing,
    private readonly positions: StreamPositions,
  ) {}

  /** Reserves room for a number of records and their bytes at once. */
  expect(records: number, bytes: number): this {
    this.#reserve(bytes + records * TYPICAL_ID);
    return this;
  }

  /** A record that is not sent: the next one's id says that it was passed. */
  pass(sequence: number): void {
    const partition = this.ring.partitionAt(sequence);
    if (partition !== this.#partition) this.#partition = NO_PARTITION;
    this.positions.set(partition, this.ring.offsetAt(sequence) + 1);
  }

  write(sequence: number): void {
    const { ring, positions } = this;
    const partition = ring.partitionAt(sequence);
    const next = ring.offsetAt(sequence) + 1;
    positions.set(partition, next);
    if (partition !== this.#partition) {
      this.#partition = partition;
      [this.#before, this.#after] = positions.around(partition);
    }
    const head = `id: ${this.#before}${written(next)}${this.#after}\ndata: `;
    const length = ring.lengthAt(sequence);
    this.#reserve(head.length + length + 2);
    this.#at += this.#buffer.write(head, this.#at, 'latin1');
    ring.copyTo(this.#buffer, this.#at, sequence);
    this.#at += length;
    this.#buffer[this.#at++] = LINE_FEED;
    this.#buffer[this.#at++] = LINE_FEED;
  }

  /** Bytes written since the last were taken, ids included: those of a listener may be longer than its records. */
  get size(): number {
    return this.#at;
  }

  /** What was written since the last time; a new block is begun. */
  take(): Buffer {
    const taken = this.#buffer.subarray(0, this.#at);
    this.#buffer = Buffer.alloc(0);
    this.#at = 0;
    return taken;
  }

  #reserve(length: number): void {
    const needed = this.#at + length;
    if (needed <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.#buffer.length * 2));
    this.#buffer.copy(larger, 0, 0, this.#at);
    this.#buffer = larger;
  }
}
