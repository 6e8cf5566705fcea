import type { FastifyReply } from 'fastify';
import { eventFrame } from './sse-frames.js';

/** Why a stream ended, as its last event says. */
export type EndReason = 'slow' | 'revoked' | 'shutdown' | 'finished';

/** How far a listener may fall behind; the bytes are shared by all that wait for the same. */
export interface SseBounds {
  /** Bytes not yet taken by the socket at which a listener is dropped at once. */
  readonly mostBehind: number;
  /** Bytes at which it is dropped if it stays so far behind for `patienceMs`. */
  readonly farBehind: number;
  readonly patienceMs: number;
  /** Milliseconds in which a listener that has anything to read must have caught up once. */
  readonly longestStallMs: number;
  /** Milliseconds that it has to read the last of a stream that has ended. */
  readonly farewellMs: number;
}

const MEBIBYTE = 1_048_576;

export const SSE_BOUNDS: SseBounds = {
  mostBehind: 16 * MEBIBYTE,
  farBehind: MEBIBYTE,
  patienceMs: 5_000,
  longestStallMs: 60_000,
  farewellMs: 2_000,
};

export const SSE_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  // nginx would gather events before it hands them on.
  'x-accel-buffering': 'no',
} as const;

/** One listener's socket. */
export class SseConnection {
  readonly #raw: FastifyReply['raw'];
  readonly #closing: (() => void)[] = [];
  #draining: () => void = () => undefined;
  #isOpen = true;
  #stalledSince: number | undefined;
  #farSince: number | undefined;

  /** Sends the head. What hooks have set on the reply goes with it. `onCut` is told when the listener was too slow. */
  constructor(
    reply: FastifyReply,
    private readonly bounds: SseBounds = SSE_BOUNDS,
    private readonly onCut: () => void = () => undefined,
  ) {
    this.#raw = reply.raw;
    reply.hijack();
    // The stream ends with its connection: no chunk sizes around each write.
    this.#raw.useChunkedEncodingByDefault = false;
    this.#raw.socket?.setKeepAlive(true, 30_000);
    this.#raw.on('close', () => this.#closed());
    this.#raw.on('error', () => this.#raw.destroy());
    this.#raw.on('drain', () => this.#drained());
    this.#raw.writeHead(200, { ...reply.getHeaders(), ...SSE_HEADERS } as Record<string, string>);
    this.#raw.flushHeaders();
    if (this.#raw.destroyed) this.#closed();
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Bytes that the socket has not taken yet. */
  get behind(): number {
    return this.#raw.writableLength;
  }

  /** False where the socket takes no more for now: `onDrain` tells when it does. Beyond the bounds the listener is dropped. */
  send(frames: Buffer): boolean {
    if (!this.#isOpen) return false;
    if (this.#raw.write(frames)) return true;
    this.#stalledSince ??= Date.now();
    if (this.behind > this.bounds.mostBehind) this.cut();
    return false;
  }

  /** To be asked now and then: whether it has been behind for too long. */
  isSlow(now: number): boolean {
    const { farBehind, patienceMs, longestStallMs } = this.bounds;
    if (this.behind <= farBehind) this.#farSince = undefined;
    else this.#farSince ??= now;
    const isFar = this.#farSince !== undefined && now - this.#farSince >= patienceMs;
    return isFar || (this.#stalledSince !== undefined && now - this.#stalledSince >= longestStallMs);
  }

  /** Drops a listener that does not keep up, with what it has not read. */
  cut(): void {
    if (!this.#isOpen) return;
    this.onCut();
    this.#raw.write(eventFrame({ event: 'end', data: { reason: 'slow' satisfies EndReason } }));
    this.#raw.destroy();
    this.#closed();
  }

  /** Ends the stream in order, after what was written; who does not read that soon is cut off. */
  end(reason: EndReason): void {
    if (!this.#isOpen) return;
    this.#raw.end(eventFrame({ event: 'end', data: { reason } }));
    if (this.behind > 0) setTimeout(() => this.#raw.destroy(), this.bounds.farewellMs).unref();
    this.#closed();
  }

  /** Gives the connection up, with what was not read. */
  destroy(): void {
    this.#raw.destroy();
    this.#closed();
  }

  /** Calls back once, when the connection is gone, whoever ended it. */
  onClose(callback: () => void): void {
    if (this.#isOpen) this.#closing.push(callback);
    else callback();
  }

  /** Calls back when the socket has taken all that was sent. */
  onDrain(callback: () => void): void {
    this.#draining = callback;
  }

  #drained(): void {
    this.#stalledSince = undefined;
    if (this.#isOpen) this.#draining();
  }

  #closed(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    for (const callback of this.#closing.splice(0)) callback();
  }
}
