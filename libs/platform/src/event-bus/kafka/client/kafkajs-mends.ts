import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const QUEUE = 'kafkajs/src/network/requestQueue/index.js';
const BATCH_DECODER = 'kafkajs/src/protocol/recordBatch/v0/decoder.js';
const MINIMUM_WAIT_MS = 10;

interface RequestQueue {
  pending: readonly unknown[];
  throttledUntil: number;
  throttleCheckTimeoutId: NodeJS.Timeout | null;
  checkPendingRequests(): void;
  scheduleCheckPendingRequests(): void;
}

interface DecodedRecord {
  readonly offset: string;
  readonly isControlRecord: boolean;
}

interface DecodedBatch {
  readonly firstOffset: string;
  readonly lastOffsetDelta: number;
  readonly records: DecodedRecord[];
}

type BatchDecoder = (decoder: unknown) => Promise<DecodedBatch>;

let mended = false;

/** Mends two places of kafkajs 2.2.4 in memory, once a process; what is mended is told in the regression plan. */
export function mendKafkajs(): void {
  if (mended) return;
  mended = true;
  mendRequestQueue();
  mendBatchDecoder();
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

/**
 * Compaction can empty a record batch and keep its header, as it does for the last one of each idempotent producer.
 * kafkajs looks at records only, and fetches such a batch again for ever (tulios/kafkajs#1072). A control record in
 * the place of the last one that is gone tells it how far the batch goes; kafkajs itself filters it out.
 */
function mendBatchDecoder(): void {
  const decode = require(BATCH_DECODER) as BatchDecoder;
  const cached = require.cache[require.resolve(BATCH_DECODER)];
  if (cached === undefined) return;
  cached.exports = async (decoder: unknown) => withEnd(await decode(decoder));
}

/** The batch with its last offset taken, by a control record if by nothing else. */
export function withEnd(batch: DecodedBatch): DecodedBatch {
  const end = (BigInt(batch.firstOffset) + BigInt(batch.lastOffsetDelta)).toString();
  if (batch.records.at(-1)?.offset === end) return batch;
  const { records, ...batchContext } = batch;
  const marker = { offset: end, key: null, value: null, headers: {}, isControlRecord: true, batchContext };
  return { ...batch, records: [...records, marker] };
}
