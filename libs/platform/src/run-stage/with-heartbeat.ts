import type { EventBatch } from '../event-bus/index.js';

/** Well below Kafka's session time-out of 30 s: a stage outlasts it many times. */
const HEARTBEAT_MS = 3_000;

/** Does a stage's work on a batch, telling the group all the while that it is alive. */
export async function withHeartbeat<T>(
  batch: Pick<EventBatch, 'heartbeat'>,
  work: () => Promise<T>,
): Promise<T> {
  // A failed heartbeat shows in the batch's signal.
  const beat = setInterval(() => void batch.heartbeat().catch(() => undefined), HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
}
