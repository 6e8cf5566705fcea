import { expect, it } from 'vitest';
import { isControl, type RecordBatchView } from './record-batch-decoder.js';
import { judgeBatches } from './visible-batches.js';

const TRANSACTIONAL = 0x10;
const CONTROL = 0x20;

function batch(
  baseOffset: number,
  count: number,
  producer: number,
  attributes = TRANSACTIONAL,
): RecordBatchView {
  return {
    baseOffset: BigInt(baseOffset),
    lastOffset: BigInt(baseOffset + count - 1),
    baseTimestamp: 0,
    maxTimestamp: 0,
    producerId: BigInt(producer),
    attributes,
    count,
    records: Buffer.alloc(0),
  };
}

/** Length, attributes, deltas, a key of four bytes (version 0, then the type), no value, no headers. */
function marker(offset: number, producer: number, type: 'abort' | 'commit'): RecordBatchView {
  const records = Buffer.from([22, 0, 0, 0, 8, 0, 0, 0, type === 'abort' ? 0 : 1, 1, 0]);
  return { ...batch(offset, 1, producer, TRANSACTIONAL | CONTROL), records };
}

const aborted = (producerId: number, firstOffset: number) => ({
  producerId: BigInt(producerId),
  firstOffset: BigInt(firstOffset),
});

const visible = (judged: ReturnType<typeof judgeBatches>) =>
  judged.filter((each) => each.visible).map(({ batch: { baseOffset } }) => Number(baseOffset));

it('shows what was committed, and no control batch', () => {
  const batches = [batch(0, 2, 1), marker(2, 1, 'commit'), batch(3, 1, 1)];
  expect(visible(judgeBatches(batches, []))).toEqual([0, 3]);
  expect(batches.map(isControl)).toEqual([false, true, false]);
});

it('hides an aborted transaction up to its marker, and no other of that producer', () => {
  const batches = [
    batch(0, 1, 1),
    batch(1, 3, 1),
    marker(4, 1, 'abort'),
    batch(5, 1, 1),
    marker(6, 1, 'commit'),
  ];
  expect(visible(judgeBatches(batches, [aborted(1, 0)]))).toEqual([5]);
});

it('hides all of several transactions that began before the fetch: kafkajs shows the first batch of the second', () => {
  const batches = [
    batch(100, 5, 2),
    batch(105, 5, 1),
    marker(110, 1, 'abort'),
    marker(111, 2, 'abort'),
    batch(112, 1, 2),
  ];
  expect(visible(judgeBatches(batches, [aborted(1, 50), aborted(2, 60)]))).toEqual([112]);
});

it('hides nothing of other producers, nor records outside of transactions', () => {
  const batches = [batch(0, 1, 1), batch(1, 1, 2), batch(2, 1, 1, 0), marker(3, 1, 'abort')];
  expect(visible(judgeBatches(batches, [aborted(1, 0)]))).toEqual([1, 2]);
});

it('takes the second abort of a producer for itself', () => {
  const batches = [
    batch(0, 1, 1),
    marker(1, 1, 'abort'),
    batch(2, 1, 1),
    marker(3, 1, 'commit'),
    batch(4, 1, 1),
    marker(5, 1, 'abort'),
  ];
  expect(visible(judgeBatches(batches, [aborted(1, 0), aborted(1, 4)]))).toEqual([2]);
});
