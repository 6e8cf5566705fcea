import type { SseConnection } from '../sse/sse-connection.js';
import { eventFrame } from '../sse/sse-frames.js';
import { type FeedFilter, isSampled, isWanted } from './feed-channel.js';
import { FrameWriter } from './frame-writer.js';
import type { StreamPositions } from './stream-positions.js';
import type { VerdictLog } from './verdict-log.js';

/** Written at a time; the socket takes it before more is. */
const CHUNK_BYTES = 262_144;
/** How long a listener that has seen more than this replica waits for it. */
const PATIENCE_MS = 30_000;

/**
 * Brings a listener that comes back from where it was to where the others are: what is still held, each record once, then
 * what comes meanwhile. On a replica that lags behind the one it comes from, records it has seen are left out.
 */
export class Resumption {
  readonly #began = Date.now();
  readonly #writer: FrameWriter;
  #sequence: number;

  /** `positions`: the listener's; they are moved on. */
  constructor(
    private readonly log: VerdictLog,
    readonly connection: SseConnection,
    readonly filter: FeedFilter,
    private readonly positions: StreamPositions,
  ) {
    this.#writer = new FrameWriter(log.ring, positions);
    this.#sequence = log.ring.first;
    this.#tellGap();
    if (filter.rate !== undefined) this.#sendSample(filter.rate);
  }

  /** How far the listener has come. */
  get position(): string {
    return this.positions.toString();
  }

  /** Sends what the socket takes now. True once the listener is where the others are, at the ring's end. */
  advance(): boolean {
    const { connection, log } = this;
    while (connection.isOpen && this.#sequence < log.ring.end) {
      if (connection.behind > CHUNK_BYTES) return false;
      if (this.#sequence < log.ring.first) {
        connection.cut();
        return false;
      }
      this.#sendChunk();
    }
    return connection.isOpen && this.#isLevel();
  }

  #sendChunk(): void {
    const { ring } = this.log;
    while (this.#sequence < ring.end && this.#writer.size < CHUNK_BYTES) {
      this.#step(this.#sequence);
      this.#sequence += 1;
    }
    this.#sendWritten();
  }

  #sendWritten(): void {
    if (this.#writer.size > 0) this.connection.send(this.#writer.take());
  }

  #step(sequence: number): void {
    const { ring } = this.log;
    if (!this.#isNews(sequence)) return;
    if (isWanted(this.filter, ring.verdictAt(sequence))) this.#writer.write(sequence);
    else this.#writer.pass(sequence);
  }

  #isNews(sequence: number): boolean {
    const { ring } = this.log;
    return ring.offsetAt(sequence) >= this.positions.of(ring.partitionAt(sequence));
  }

  /** Who wants so many a second gets no more of what was missed either. */
  #sendSample(rate: number): void {
    const { ring } = this.log;
    const missed: number[] = [];
    for (let sequence = ring.first; sequence < ring.end; sequence += 1)
      if (this.#isNews(sequence) && isWanted(this.filter, ring.verdictAt(sequence))) missed.push(sequence);
    const sent = Math.min(rate, missed.length);
    const sample = new Set(missed.filter((_, index) => isSampled(index, sent, missed.length)));
    for (; this.#sequence < ring.end && this.connection.isOpen; this.#sequence += 1) {
      if (this.#writer.size >= CHUNK_BYTES) this.#sendWritten();
      if (sample.has(this.#sequence)) this.#writer.write(this.#sequence);
      else if (this.#isNews(this.#sequence)) this.#writer.pass(this.#sequence);
    }
    this.#sendWritten();
  }

  #isLevel(): boolean {
    if (!this.positions.isAheadOf(this.log.positions)) return true;
    if (Date.now() - this.#began < PATIENCE_MS) return false;
    // The topic was made anew, or this replica cannot read on: better to hear of it than to wait.
    this.connection.send(
      eventFrame({
        event: 'gap',
        id: this.log.positions.toString(),
        data: { from: this.log.positions.toString() },
      }),
    );
    return true;
  }

  #tellGap(): void {
    const after = this.log.gapAfter(this.positions);
    if (after === undefined) return;
    const from = after.toString();
    this.connection.send(eventFrame({ event: 'gap', id: from, data: { from } }));
    for (let partition = 0; partition < after.partitions; partition += 1)
      if (after.of(partition) > this.positions.of(partition))
        this.positions.set(partition, after.of(partition));
  }
}
