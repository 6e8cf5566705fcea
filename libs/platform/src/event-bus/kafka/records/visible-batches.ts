import { isAbort, isControl, isTransactional, type RecordBatchView } from './record-batch-decoder.js';

/** A transaction that was taken back, as the broker names those that touch a fetch. */
export interface AbortedTransaction {
  readonly producerId: bigint;
  /** Of its first record in the partition; it may lie before what was fetched. */
  readonly firstOffset: bigint;
}

/** A batch with whether its records may be seen: control batches and those of aborted transactions may not. */
export interface JudgedBatch {
  readonly batch: RecordBatchView;
  readonly visible: boolean;
}

/**
 * Sorts batches as `read_committed` does. Every transaction that began before a batch's end is looked at before the
 * batch: kafkajs takes one per record, so that of two that began before the fetch the second is shown.
 */
export function judgeBatches(
  batches: readonly RecordBatchView[],
  aborted: readonly AbortedTransaction[],
): JudgedBatch[] {
  const coming = aborted.toSorted((a, b) => (a.firstOffset < b.firstOffset ? -1 : 1));
  const open = new Set<bigint>();
  let next = 0;
  return batches.map((batch) => {
    for (; next < coming.length; next++) {
      const { firstOffset, producerId } = coming[next] as AbortedTransaction;
      if (firstOffset > batch.lastOffset) break;
      open.add(producerId);
    }
    if (isControl(batch)) {
      if (isAbort(batch)) open.delete(batch.producerId);
      return { batch, visible: false };
    }
    return { batch, visible: !(isTransactional(batch) && open.has(batch.producerId)) };
  });
}
