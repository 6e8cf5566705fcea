import type { EventBatch, EventRecord } from '@weir/platform';
import { describe, expect, it, vi } from 'vitest';
import { verdictOf } from '../testing/published-verdicts.js';
import { StreamPositions } from './stream-positions.js';
import { VerdictLog } from './verdict-log.js';

function batchOf(partition: number, offsets: readonly number[], value?: Buffer | null): EventBatch {
  const records: EventRecord[] = offsets.map((offset) => ({
    topic: 'urls.verdicts',
    partition,
    offset: BigInt(offset),
    key: null,
    value: value === undefined ? Buffer.from(JSON.stringify(verdictOf(offset))) : value,
    headers: {},
    timestamp: 0,
  }));
  return {
    topic: 'urls.verdicts',
    partition,
    records,
    highWatermark: BigInt((offsets.at(-1) ?? 0) + 1),
    signal: new AbortController().signal,
    publish: async () => undefined,
    heartbeat: async () => undefined,
  };
}

const NOTHING = () => undefined;

describe('VerdictLog', () => {
  it('takes records that are handed over again once', () => {
    const log = new VerdictLog(100);
    const each = vi.fn();
    log.take(batchOf(0, [0, 1, 2]), each);
    log.take(batchOf(0, [1, 2, 3]), each);
    expect([log.ring.end, each.mock.calls.length, log.positions.toString()]).toEqual([4, 4, '4']);
    expect([...log.counts]).toEqual([2, 1, 1]);
  });

  it('passes over what is no verdict, and what is too large to keep', () => {
    const log = new VerdictLog(100);
    log.take(batchOf(1, [7], Buffer.from('{}')), NOTHING);
    log.take(batchOf(1, [8], null), NOTHING);
    const url = `http://a.example/${'x'.repeat(1_100_000)}`;
    log.take(batchOf(1, [9], Buffer.from(JSON.stringify(verdictOf(0, { url })))), NOTHING);
    expect([log.skipped, log.ring.end, log.positions.toString()]).toEqual([3, 0, '.a']);
  });

  it('knows no gap while it holds all since the beginning', () => {
    const log = new VerdictLog(100);
    log.begin('earliest');
    log.take(batchOf(0, [5, 6]), NOTHING);
    expect(log.gapAfter(new StreamPositions([-1]))).toBeUndefined();
    expect(log.gapAfter(new StreamPositions([6, 3]))).toBeUndefined();
  });

  it('knows where it goes on when what was missed had to make room', () => {
    const log = new VerdictLog(2);
    log.take(batchOf(0, [0, 1, 2, 3]), NOTHING);
    expect(log.gapAfter(new StreamPositions([1]))?.toString()).toBe('2');
    expect(log.gapAfter(new StreamPositions([2]))).toBeUndefined();
  });

  it('cannot know what came before it where it began at the end', () => {
    const log = new VerdictLog(100);
    log.begin('latest');
    log.take(batchOf(0, [50]), NOTHING);
    expect(log.gapAfter(new StreamPositions([40, 2]))?.toString()).toBe('1e.2');
    expect(log.gapAfter(new StreamPositions([50]))).toBeUndefined();
  });

  it('tells what was there before it began from what came since', () => {
    const log = new VerdictLog(100);
    log.begin('earliest', new Map([[0, 3]]));
    log.take(batchOf(0, [10, 11, 12, 13]), NOTHING);
    log.take(batchOf(1, [0]), NOTHING);
    expect([0, 1, 2, 3, 4].map((sequence) => log.ring.isPastAt(sequence))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    expect([...log.counts]).toEqual([1, 1, 0]);
    expect(log.ring.verdictAt(1)).toBe(11 % 3);
  });

  it('begins anew with a topic that was made again', () => {
    const log = new VerdictLog(100);
    log.take(batchOf(0, [500]), NOTHING);
    log.take(batchOf(0, [0, 1]), NOTHING);
    expect([log.ring.end, log.positions.toString()]).toEqual([3, '2']);
  });
});
