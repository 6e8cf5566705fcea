import type { EventBatch, PartitionLag } from '@weir/platform';

interface PartitionEnd {
  readonly lag: bigint;
  /** Known with the first record: the port tells distances, not offsets. */
  end: bigint | undefined;
  isReached: boolean;
}

/** Where each partition ended when a reading began: what is published later, by the replay's own doing too, is not read. */
export class PartitionEnds {
  readonly #ends = new Map<number, PartitionEnd>();

  /** `lags`: of the group that reads, before it reads. */
  constructor(lags: readonly PartitionLag[]) {
    for (const { partition, lag } of lags)
      if (lag > 0n) this.#ends.set(partition, { lag, end: undefined, isReached: false });
  }

  /** Whether all there was to read was read. */
  get allReached(): boolean {
    return [...this.#ends.values()].every(({ isReached }) => isReached);
  }

  /** The records of the batch that were there at the start. */
  within({ partition, records }: EventBatch): EventBatch['records'] {
    const place = this.#ends.get(partition);
    const first = records[0];
    if (place === undefined || place.isReached || first === undefined) return [];
    const end = place.end ?? first.offset + place.lag;
    place.end = end;
    return records.filter(({ offset }) => offset < end);
  }

  /** Call when the batch was dealt with. */
  passed({ partition, records }: EventBatch): void {
    const place = this.#ends.get(partition);
    const last = records.at(-1);
    if (place?.end !== undefined && last !== undefined) place.isReached = last.offset + 1n >= place.end;
  }
}
