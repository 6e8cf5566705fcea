import type { EventRecord } from '../event-bus.js';

/** Where a batch ends: at the first of these. */
export interface BatchBounds {
  /** Positive. */
  readonly maxRecords: number;
  /** Of keys, values and headers; a larger record comes alone. */
  readonly maxBytes: number;
  /** Offset after the last record, for a batch that is read again. */
  readonly until?: number;
}

/** Takes the records of a batch until a bound is met. */
export class BatchReading {
  readonly records: EventRecord[] = [];
  #bytes = 0;

  constructor(private readonly bounds: BatchBounds) {}

  /** False if the record belongs to a later batch. */
  readonly take = (record: EventRecord, bytes: number): boolean => {
    const { records, bounds } = this;
    if (records.length >= bounds.maxRecords) return false;
    if (bounds.until !== undefined && Number(record.offset) >= bounds.until) return false;
    if (records.length > 0 && this.#bytes + bytes > bounds.maxBytes) return false;
    records.push(record);
    this.#bytes += bytes;
    return true;
  };

  get isFull(): boolean {
    return this.records.length >= this.bounds.maxRecords || this.#bytes >= this.bounds.maxBytes;
  }
}
