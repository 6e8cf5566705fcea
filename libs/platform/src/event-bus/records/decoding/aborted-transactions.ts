import { BATCH, CONTROL, TRANSACTIONAL } from '../record-batch.js';
import { VarintReader } from '../varint.js';

/** A transaction that was aborted, as a fetch tells of it. */
export interface AbortedTransaction {
  readonly producerId: bigint;
  /** Of the transaction's first record in the partition. */
  readonly firstOffset: number;
}

const ABORT = 0;

/**
 * Tells which batches belong to transactions that were aborted, as Kafka's own consumer does: the batches are shown in
 * order; a producer's transaction begins at the offset that the fetch names and ends at its abort marker, and the same
 * producer may have several in one fetch.
 */
export class AbortedFilter {
  readonly #pending: AbortedTransaction[];
  readonly #aborting = new Set<bigint>();

  constructor(aborted: readonly AbortedTransaction[]) {
    this.#pending = aborted.toSorted((a, b) => a.firstOffset - b.firstOffset);
  }

  /** True where the batch holds nothing to hand over: a marker, or records of an aborted transaction. */
  skips(buffer: Buffer, at: number, lastOffset: number): boolean {
    const attributes = buffer.readInt16BE(at + BATCH.attributes);
    if ((attributes & (TRANSACTIONAL | CONTROL)) === 0) return false;
    while ((this.#pending[0]?.firstOffset ?? Number.POSITIVE_INFINITY) <= lastOffset) {
      const begun = this.#pending.shift();
      if (begun !== undefined) this.#aborting.add(begun.producerId);
    }
    const producerId = buffer.readBigInt64BE(at + BATCH.producerId);
    if ((attributes & CONTROL) === 0) return this.#aborting.has(producerId);
    if (isAbortMarker(buffer, at)) this.#aborting.delete(producerId);
    return true;
  }
}

/** A marker's key is its version and its type, 16 bits each. Compaction may have left the batch without its record. */
function isAbortMarker(buffer: Buffer, at: number): boolean {
  if (buffer.readInt32BE(at + BATCH.count) < 1) return false;
  const reader = new VarintReader(buffer);
  reader.at = at + BATCH.records;
  reader.signed();
  reader.at += 1;
  reader.signed();
  reader.signed();
  const keyLength = reader.signed();
  return keyLength >= 4 && buffer.readInt16BE(reader.at + 2) === ABORT;
}
