import { BATCH, LENGTH_HEAD } from '../record-batch.js';
import { VarintReader, varintSize, writeVarint } from '../varint.js';

/** Two batches in place of one that a broker refused: its first `count` records, and the others. Both want a stamp. */
export function splitBatch(batch: Buffer, count: number): [Buffer, Buffer] {
  const total = batch.readInt32BE(BATCH.count);
  return [part(batch, 0, count), part(batch, count, total)];
}

function part(batch: Buffer, from: number, to: number): Buffer {
  const header = Buffer.from(batch.subarray(0, BATCH.records));
  const records: Buffer[] = [];
  const reader = new VarintReader(batch);
  reader.at = BATCH.records;
  for (let index = 0; index < to; index += 1) {
    const length = reader.signed();
    const end = reader.at + length;
    if (index >= from) records.push(renumbered(batch, reader, end, index - from));
    reader.at = end;
  }
  const whole = Buffer.concat([header, ...records]);
  whole.writeInt32BE(whole.length - LENGTH_HEAD, BATCH.length);
  whole.writeInt32BE(to - from - 1, BATCH.lastOffsetDelta);
  whole.writeInt32BE(to - from, BATCH.count);
  return whole;
}

/** A record with another number in its batch; the reader stands behind its length. */
function renumbered(batch: Buffer, reader: VarintReader, end: number, offsetDelta: number): Buffer {
  const attributes = batch[reader.at++] ?? 0;
  const timestampDelta = reader.signed();
  reader.signed();
  const rest = batch.subarray(reader.at, end);
  const body = 1 + varintSize(timestampDelta) + varintSize(offsetDelta) + rest.length;
  const record = Buffer.allocUnsafe(varintSize(body) + body);
  let at = writeVarint(record, 0, body);
  record[at++] = attributes;
  at = writeVarint(record, at, timestampDelta);
  at = writeVarint(record, at, offsetDelta);
  record.set(rest, at);
  return record;
}
