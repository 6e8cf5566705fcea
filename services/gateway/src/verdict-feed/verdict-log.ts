import { VERDICTS } from '@weir/contracts';
import type { EventBatch } from '@weir/platform';
import { readVerdict } from './read-verdict.js';
import { StreamPositions } from './stream-positions.js';
import { VerdictRing } from './verdict-ring.js';

/** Reserved for each record: URLs of a few hundred characters and their reasons fit with room to spare. */
const BYTES_A_RECORD = 1_600;
const LEAST_BYTES = 4 * 1_048_576;
const MOST_BYTES = 512 * 1_048_576;
/** Larger than what a topic takes by default. A record beyond is not kept. */
const LARGEST_RECORD = 1_048_576;

/** What the gateway holds of `urls.verdicts`: the last records, and how far each partition was read. */
export class VerdictLog {
  readonly ring: VerdictRing;
  /** Up to the ring's end. */
  readonly positions = new StreamPositions();
  /** Records by verdict that came since the start, in the order of `VERDICTS`. */
  readonly counts = new Float64Array(VERDICTS.length);
  /** For each partition the offset from which all is held. */
  readonly #floors = new StreamPositions();
  /** For each partition the offset that its next record had when the reading began. */
  readonly #starts = new StreamPositions();
  #held: ReadonlyMap<number, number> = new Map();
  #startsAtEarliest = true;
  #skipped = 0;

  constructor(capacity: number) {
    const bytes = Math.min(Math.max(capacity * BYTES_A_RECORD, LEAST_BYTES), MOST_BYTES);
    this.ring = new VerdictRing(capacity, bytes, (sequence) => {
      this.#floors.set(this.ring.partitionAt(sequence), this.ring.offsetAt(sequence) + 1);
    });
  }

  /** Records that are no verdicts, or too large to keep. */
  get skipped(): number {
    return this.#skipped;
  }

  /**
   * Where the reading begins. From `latest` on, what came before the first record of a partition is not known; from
   * `earliest` on, `held` says how many records each partition has from before: nobody listens for those.
   */
  begin(from: 'earliest' | 'latest', held: ReadonlyMap<number, number> = new Map()): void {
    this.#startsAtEarliest = from === 'earliest';
    this.#held = this.#startsAtEarliest ? held : new Map();
  }

  /** Takes a batch in; records that were handed over before change nothing. `each` is called after every record. */
  take({ partition, records, highWatermark }: EventBatch, each: () => void): void {
    const end = Number(highWatermark);
    if (end < this.positions.of(partition)) this.#beginAnew(partition);
    for (const record of records) {
      const offset = Number(record.offset);
      if (offset < this.positions.of(partition)) continue;
      if (this.positions.of(partition) < 0) this.#beginPartition(partition, offset, end);
      this.#keep(record.value, partition, offset);
      this.positions.set(partition, offset + 1);
      each();
    }
  }

  /** Where a reading from these positions goes on, if something in between is gone, or may be; else undefined. */
  gapAfter(positions: StreamPositions): StreamPositions | undefined {
    const after = positions.copy();
    for (let partition = 0; partition < this.#floors.partitions; partition += 1) {
      const floor = this.#floors.of(partition);
      if (positions.of(partition) < floor) after.set(partition, floor);
    }
    return after.isAheadOf(positions) ? after : undefined;
  }

  /** The topic was made again: its offsets began from 0. */
  #beginAnew(partition: number): void {
    this.positions.set(partition, -1);
    this.#floors.set(partition, -1);
    this.#held = new Map();
  }

  #beginPartition(partition: number, offset: number, end: number): void {
    if (!this.#startsAtEarliest) this.#floors.set(partition, offset);
    // Retention may have taken the first of those held since they were counted.
    this.#starts.set(partition, Math.min(offset + (this.#held.get(partition) ?? 0), end));
  }

  #keep(value: Buffer | null, partition: number, offset: number): void {
    const read = readVerdict(value);
    if (read === undefined || read.json.length > LARGEST_RECORD) {
      this.#skipped += 1;
      return;
    }
    const { json, verdict } = read;
    const isPast = offset < this.#starts.of(partition);
    this.ring.append(json, { partition, offset, verdict, isPast });
    if (!isPast) this.counts[verdict] = (this.counts[verdict] ?? 0) + 1;
  }
}
