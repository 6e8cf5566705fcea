import { DriftError } from '../errors.js';
import { hashNumbers, hashText, type RowHash } from './row-hash.js';

/** What repeats in a data set. */
export interface DistinctReport {
  readonly rows: number;
  /** Distinct rows, label included; to have none is to differ from those that have one. */
  readonly distinctRows: number;
  /** Distinct rows, label left out. */
  readonly distinctFeatureRows: number;
  /** Rows beyond the first of their kind, label included. */
  readonly duplicateRows: number;
  /** Distinct feature rows that stand under more than one label: no model can get all of these right. */
  readonly conflictingFeatureRows: number;
  /** How many rows those are; rows without a label contradict nothing. */
  readonly rowsInConflict: number;
}

const START_SLOTS = 1024;
const MAX_LABELS = 31;
/** The bit of rows without a label, beside those of the classes. */
const UNLABELLED_BIT = MAX_LABELS;

/**
 * Counts distinct rows of a stream at 32 to 64 bytes a distinct row, through a 64-bit hash of each.
 * Among a million distinct rows two share a hash with a probability of about 3 in 100 million.
 */
export class DistinctRows {
  private high = new Uint32Array(START_SLOTS);
  private low = new Uint32Array(START_SLOTS);
  /** Rows with a label. */
  private counts = new Uint32Array(START_SLOTS);
  /** Bit n: seen under label n; bit 31: without one. Never 0 for a slot in use. */
  private labels = new Int32Array(START_SLOTS);
  private used = 0;
  private rows = 0;

  /** A row of numbers (missing is NaN) and its class index, 0 to 30, or -1 without a label. Throws `BAD_CLASS`. */
  addNumbers(features: ArrayLike<number>, label = -1): void {
    this.add(hashNumbers(features), label);
  }

  /** A row that is one text. */
  addText(text: string, label = -1): void {
    this.add(hashText(text), label);
  }

  report(): DistinctReport {
    let distinctRows = 0;
    let conflictingFeatureRows = 0;
    let rowsInConflict = 0;
    for (let slot = 0; slot < this.labels.length; slot++) {
      const seen = this.labels[slot] as number;
      distinctRows += bits(seen);
      if (bits(seen & ~(1 << UNLABELLED_BIT)) < 2) continue;
      conflictingFeatureRows++;
      rowsInConflict += this.counts[slot] as number;
    }
    return {
      rows: this.rows,
      distinctRows,
      distinctFeatureRows: this.used,
      duplicateRows: this.rows - distinctRows,
      conflictingFeatureRows,
      rowsInConflict,
    };
  }

  private add({ high, low }: RowHash, label: number): void {
    if (!Number.isInteger(label) || label < -1 || label >= MAX_LABELS)
      throw new DriftError('BAD_CLASS', `${label}`);
    this.rows++;
    const slot = this.slotOf(high, low);
    if (this.labels[slot] === 0) {
      this.used++;
      this.high[slot] = high;
      this.low[slot] = low;
    }
    this.labels[slot] = (this.labels[slot] as number) | (1 << (label < 0 ? UNLABELLED_BIT : label));
    if (label >= 0) this.counts[slot] = (this.counts[slot] as number) + 1;
    if (this.used * 2 > this.labels.length) this.grow();
  }

  /** The slot that holds the hash, or the free one where it belongs (linear probing). */
  private slotOf(high: number, low: number): number {
    const mask = this.labels.length - 1;
    let slot = low & mask;
    while (this.labels[slot] !== 0 && (this.low[slot] !== low || this.high[slot] !== high))
      slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { high, low, counts, labels } = this;
    const slots = labels.length * 2;
    this.high = new Uint32Array(slots);
    this.low = new Uint32Array(slots);
    this.counts = new Uint32Array(slots);
    this.labels = new Int32Array(slots);
    for (let old = 0; old < labels.length; old++) {
      if (labels[old] === 0) continue;
      const slot = this.slotOf(high[old] as number, low[old] as number);
      this.high[slot] = high[old] as number;
      this.low[slot] = low[old] as number;
      this.counts[slot] = counts[old] as number;
      this.labels[slot] = labels[old] as number;
    }
  }
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
