import type { SseConnection } from '../sse/sse-connection.js';
import { FrameWriter } from './frame-writer.js';
import type { StreamPositions } from './stream-positions.js';
import type { VerdictRing } from './verdict-ring.js';

/** What a listener wants of the stream. */
export interface FeedFilter {
  /** Bit n: the n-th of `VERDICTS`. */
  readonly verdicts: number;
  /** Most events a second, an even sample; all where absent. */
  readonly rate?: number;
}

export const keyOf = ({ verdicts, rate }: FeedFilter): string => `${verdicts}/${rate ?? ''}`;

export const isWanted = ({ verdicts }: FeedFilter, verdict: number): boolean =>
  ((verdicts >> verdict) & 1) === 1;

/** Listeners with the same filter: what they are sent is written once. */
export class FeedChannel {
  readonly listeners = new Set<SseConnection>();
  #credit: number;
  #creditAt = Date.now();

  constructor(private readonly filter: FeedFilter) {
    this.#credit = filter.rate ?? 0;
  }

  /** Sends the records from `from` to `to` (exclusive); `positions` are those before the first. */
  send(ring: VerdictRing, positions: StreamPositions, from: number, to: number): void {
    const { count, bytes } = this.#wantedOf(ring, from, to);
    const sent = this.filter.rate === undefined ? count : this.#affordable(count, this.filter.rate);
    if (sent === 0) return;
    const writer = new FrameWriter(ring, positions).expect(sent, Math.ceil((bytes * sent) / count));
    let seen = 0;
    for (let sequence = from; sequence < to; sequence += 1) {
      if (this.#wants(ring, sequence) && isSampled(seen++, sent, count)) writer.write(sequence);
      else writer.pass(sequence);
    }
    const frames = writer.take();
    for (const connection of this.listeners) connection.send(frames);
  }

  /** What came before the gateway began is for those only who say that they missed it. */
  #wants(ring: VerdictRing, sequence: number): boolean {
    return isWanted(this.filter, ring.verdictAt(sequence)) && !ring.isPastAt(sequence);
  }

  #wantedOf(ring: VerdictRing, from: number, to: number): { count: number; bytes: number } {
    let [count, bytes] = [0, 0];
    for (let sequence = from; sequence < to; sequence += 1) {
      if (!this.#wants(ring, sequence)) continue;
      count += 1;
      bytes += ring.lengthAt(sequence);
    }
    return { count, bytes };
  }

  /** A second's worth may gather while nothing comes. */
  #affordable(count: number, rate: number): number {
    const now = Date.now();
    this.#credit = Math.min(rate, this.#credit + (rate * Math.max(0, now - this.#creditAt)) / 1_000);
    this.#creditAt = now;
    const sent = Math.min(count, Math.floor(this.#credit));
    this.#credit -= sent;
    return sent;
  }
}

/** Whether the n-th of `count` is among `sent` that lie evenly between them. */
export function isSampled(index: number, sent: number, count: number): boolean {
  return Math.floor(((index + 1) * sent) / count) > Math.floor((index * sent) / count);
}
