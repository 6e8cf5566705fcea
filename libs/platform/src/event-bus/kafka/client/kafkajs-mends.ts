import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const QUEUE = 'kafkajs/src/network/requestQueue/index.js';
const ENCODER = 'kafkajs/src/protocol/encoder.js';
const MINIMUM_WAIT_MS = 10;

interface RequestQueue {
  pending: readonly unknown[];
  throttledUntil: number;
  throttleCheckTimeoutId: NodeJS.Timeout | null;
  checkPendingRequests(): void;
  scheduleCheckPendingRequests(): void;
}

interface Encoder {
  buf: Buffer;
  readonly offset: number;
  ensureAvailable(length: number): void;
}

let mended = false;

/** Mends kafkajs 2.2.4 in memory, once a process; what is mended is told in the regression plan. */
export function mendKafkajs(): void {
  if (mended) return;
  mended = true;
  mendRequestQueue();
  mendEncoder();
}

/**
 * kafkajs asks for a timer of `-1 - Date.now()` ms whenever no broker throttles it, which Node makes 1 ms: each
 * connection polls an empty queue a thousand times a second, and Node 24 warns (tulios/kafkajs#1751). Nothing needs
 * the timer while nothing waits: a request that has to wait schedules it.
 */
function mendRequestQueue(): void {
  const { prototype } = require(QUEUE) as { prototype: RequestQueue };
  prototype.scheduleCheckPendingRequests = function (this: RequestQueue): void {
    if (this.throttleCheckTimeoutId !== null || this.pending.length === 0) return;
    const delay = Math.max(MINIMUM_WAIT_MS, this.throttledUntil - Date.now());
    this.throttleCheckTimeoutId = setTimeout(() => {
      this.throttleCheckTimeoutId = null;
      this.checkPendingRequests();
    }, delay);
  };
}

/** kafkajs fills the buffer of every request with zeros, twice, before it writes over them. */
function mendEncoder(): void {
  const { prototype } = require(ENCODER) as { prototype: Encoder };
  prototype.ensureAvailable = function (this: Encoder, length: number): void {
    const needed = this.offset + length;
    if (needed <= this.buf.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.buf.length * 2));
    this.buf.copy(larger, 0, 0, this.offset);
    this.buf = larger;
  };
}
