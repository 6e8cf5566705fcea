import { numberIn } from './events.mjs';

const FLAGGED = /"verdict":"(?:malicious|suspicious)"/;

/** Sums up the answers to events by their numbers: those from `from` to `end` in the figures, the others as seen. */
export class Tally {
  missing;
  duplicates = 0;
  #from;
  #stamps;
  #flagged = 0;
  #bytes = 0;

  constructor(from, end) {
    this.#from = from;
    this.#stamps = new Float64Array(end);
    this.missing = end;
  }

  /** An answer's text, and its time in ms since the epoch. */
  take({ value, timestamp }) {
    const text = value.toString();
    const number = numberIn(text);
    if (this.#stamps[number] > 0) {
      this.duplicates += 1;
      return;
    }
    this.#stamps[number] = Number(timestamp);
    this.missing -= 1;
    if (number < this.#from) return;
    this.#bytes += value.length;
    if (FLAGGED.test(text)) this.#flagged += 1;
  }

  /** Throws where an answer is missing. `released`: since when the events could be read, ms since the epoch, where known. */
  figures(released = Number.NaN) {
    const stamps = this.#stamps.subarray(this.#from);
    if (this.missing > 0) throw new Error(`${this.missing} of ${this.#stamps.length} events have no answer`);
    return {
      ...ratesOf(stamps, released),
      duplicates: this.duplicates,
      flaggedShare: this.#flagged / stamps.length,
      bytes: this.#bytes / stamps.length,
    };
  }
}

/**
 * `rate`: from the moment the events could be read to the last answer. `rateBetween`: from the first record batch to the
 * last, without what came in the first; it flatters who works through much before writing the first.
 */
function ratesOf(stamps, released) {
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for (const stamp of stamps) {
    first = Math.min(first, stamp);
    last = Math.max(last, stamp);
  }
  const after = stamps.reduce((sum, stamp) => sum + (stamp > first ? 1 : 0), 0);
  return {
    rate: (stamps.length * 1000) / (last - released),
    rateBetween: (after * 1000) / (last - first),
    firstAfterMs: first - released,
  };
}
