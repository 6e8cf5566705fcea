/** Where a record stands in its topic, and which of `VERDICTS` it gives. */
export interface RingPlace {
  readonly partition: number;
  readonly offset: number;
  /** Index into `VERDICTS`. */
  readonly verdict: number;
  /** It was in the topic before this replica began to read. */
  readonly isPast?: boolean;
}

/** Beside the verdict's index, in the same byte. */
const PAST = 0x80;

/**
 * The last records of a stream, bounded by count and by bytes. Their bytes are copied into one block that is reserved
 * once: a view of what was fetched would keep the whole fetch in memory, and 60,000 objects a second would be garbage.
 * Records are numbered from 0 in the order they came; `first` to `end` (exclusive) are held.
 */
export class VerdictRing {
  readonly #bytes: Buffer;
  readonly #starts: Uint32Array;
  readonly #lengths: Uint32Array;
  readonly #partitions: Uint16Array;
  readonly #offsets: Float64Array;
  readonly #verdicts: Uint8Array;
  #first = 0;
  #end = 0;
  #at = 0;

  /** `onEvict` is told of each record that makes room, before it goes. */
  constructor(
    readonly capacity: number,
    readonly maxBytes: number,
    private readonly onEvict: (sequence: number) => void = () => undefined,
  ) {
    this.#bytes = Buffer.allocUnsafeSlow(maxBytes);
    this.#starts = new Uint32Array(capacity);
    this.#lengths = new Uint32Array(capacity);
    this.#partitions = new Uint16Array(capacity);
    this.#offsets = new Float64Array(capacity);
    this.#verdicts = new Uint8Array(capacity);
  }

  get first(): number {
    return this.#first;
  }

  get end(): number {
    return this.#end;
  }

  /** The record must fit: at most `maxBytes` long. */
  append(value: Buffer, { partition, offset, verdict, isPast = false }: RingPlace): void {
    this.#makeRoom(value.length);
    const slot = this.#end % this.capacity;
    value.copy(this.#bytes, this.#at);
    this.#starts[slot] = this.#at;
    this.#lengths[slot] = value.length;
    this.#partitions[slot] = partition;
    this.#offsets[slot] = offset;
    this.#verdicts[slot] = isPast ? verdict | PAST : verdict;
    this.#at += value.length;
    this.#end += 1;
  }

  partitionAt(sequence: number): number {
    return this.#partitions[sequence % this.capacity] ?? 0;
  }

  offsetAt(sequence: number): number {
    return this.#offsets[sequence % this.capacity] ?? 0;
  }

  verdictAt(sequence: number): number {
    return (this.#verdicts[sequence % this.capacity] ?? 0) & ~PAST;
  }

  isPastAt(sequence: number): boolean {
    return ((this.#verdicts[sequence % this.capacity] ?? 0) & PAST) !== 0;
  }

  lengthAt(sequence: number): number {
    return this.#lengths[sequence % this.capacity] ?? 0;
  }

  /** The record's bytes where they lie: good until the next `append`. */
  bytesAt(sequence: number): Buffer {
    const start = this.#startOf(sequence);
    return this.#bytes.subarray(start, start + this.lengthAt(sequence));
  }

  /** Copies the record's bytes to `target` at `at`. */
  copyTo(target: Buffer, at: number, sequence: number): void {
    const start = this.#startOf(sequence);
    this.#bytes.copy(target, at, start, start + this.lengthAt(sequence));
  }

  #startOf(sequence: number): number {
    return this.#starts[sequence % this.capacity] ?? 0;
  }

  get #isEmpty(): boolean {
    return this.#first === this.#end;
  }

  /** A record lies in one piece: where it does not fit before the end of the block, it begins the block anew. */
  #makeRoom(length: number): void {
    if (this.#end - this.#first === this.capacity) this.#evict();
    if (this.#at + length > this.maxBytes) {
      while (!this.#isEmpty && this.#startOf(this.#first) >= this.#at) this.#evict();
      this.#at = 0;
    }
    const until = this.#at + length;
    while (!this.#isEmpty && this.#isWithin(this.#startOf(this.#first), this.#at, until)) this.#evict();
  }

  #isWithin(start: number, from: number, until: number): boolean {
    return start >= from && start < until;
  }

  #evict(): void {
    this.onEvict(this.#first);
    this.#first += 1;
  }
}
