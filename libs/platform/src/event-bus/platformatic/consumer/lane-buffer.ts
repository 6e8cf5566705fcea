import type { Bound, FetchedRecords } from '../../records/decoding/fetched-records.js';
import type { RecordView } from '../../records/decoding/record-view.js';

/** Records to hand over together. */
export interface Chunk {
  readonly records: readonly RecordView[];
  /** The offset behind them, and behind what follows them and is no record: what to commit. */
  readonly next: number;
  readonly highWatermark: bigint;
}

/** What was fetched of a partition and not handed over yet. */
export class LaneBuffer {
  #fetched: FetchedRecords[] = [];
  #next: number;
  #fetchAt: number;

  /** `position`: the offset to begin at. */
  constructor(position: number) {
    this.#next = position;
    this.#fetchAt = position;
  }

  get bytes(): number {
    let bytes = 0;
    for (const each of this.#fetched) bytes += each.bytes;
    return bytes;
  }

  /** Where the next fetch begins. */
  get fetchAt(): number {
    return this.#fetchAt;
  }

  add(fetched: FetchedRecords): void {
    this.#fetchAt = fetched.end;
    this.#fetched.push(fetched);
  }

  /** Fetches go on at another offset, as where retention deleted the one they were at; what is here is kept. */
  continueAt(position: number): void {
    this.#fetchAt = position;
  }

  /** `undefined` where nothing is there; a chunk without records where only the position moves. */
  take(bound: Bound): Chunk | undefined {
    const records: RecordView[] = [];
    const before = this.#next;
    let bytes = 0;
    let highWatermark = 0n;
    for (;;) {
      const [fetched] = this.#fetched;
      if (fetched === undefined) break;
      bytes = fetched.take(records, bound, bytes);
      this.#next = fetched.next;
      if (fetched.highWatermark > highWatermark) highWatermark = fetched.highWatermark;
      if (!fetched.done) break;
      this.#fetched.shift();
    }
    if (this.#next === before) return undefined;
    return { records, next: this.#next, highWatermark };
  }
}
