import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReference } from '../../reference/load.ts';
import { type TimedRows, type TimeHoldOut, timeSeriesFolds, timeSplit } from './time-splits.js';

const { timeSeries } = readReference<{
  timeSeries: { rows: number; folds: number; splits: { train: number[]; test: number[] }[] }[];
}>('search.json');

/** One class wherever it matters not. */
function rowsAt(times: readonly number[], groups?: readonly number[]): TimedRows {
  return {
    times: Float64Array.from(times),
    labels: new Int32Array(times.length),
    classes: 2,
    groups: groups && Int32Array.from(groups),
  };
}

const timed = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 25 })), {
    minLength: 12,
    maxLength: 80,
  })
  .filter((rows) => new Set(rows.map(([time]) => time)).size > 8);

/** What must hold of every split by time; `within` are the rows it is about. */
function expectHonest(rows: TimedRows, { train, test, dropped, from }: TimeHoldOut): void {
  const { times, groups } = rows;
  expect([...train].every((row) => times[row]! < from)).toBe(true);
  expect([...test, ...dropped].every((row) => times[row]! >= from)).toBe(true);
  const trained = new Set([...train].map((row) => groups![row]));
  expect([...test].some((row) => trained.has(groups![row]))).toBe(false);
  expect([...dropped].every((row) => trained.has(groups![row]))).toBe(true);
  expect(new Set([...train, ...test, ...dropped]).size).toBe(train.length + test.length + dropped.length);
}

/** Runs it; undefined where the drawn rows cannot be split so. */
function unlessTooFew<T>(split: () => T): T | undefined {
  try {
    return split();
  } catch (error) {
    expect(error).toMatchObject({ code: 'LEARN_TOO_FEW_ROWS' });
    return undefined;
  }
}

describe('timeSplit', () => {
  it('trains on what came first, whatever the order of the rows', () => {
    const { train, test, from, dropped } = timeSplit(rowsAt([5, 1, 4, 2, 3]), 0.4);
    expect([[...train], [...test], from, [...dropped]]).toEqual([[1, 3, 4], [0, 2], 4, []]);
  });

  it('parts no rows of one time, and comes as near to the share as that allows', () => {
    const { train, test } = timeSplit(rowsAt([1, 2, 2, 2, 2, 2, 2, 3, 3, 3]), 0.5);
    expect([train.length, test.length]).toEqual([7, 3]);
  });

  it('drops the later rows of a group that was seen before', () => {
    const split = timeSplit(rowsAt([1, 2, 3, 4, 5, 6], [7, 8, 7, 7, 9, 8]), 0.5);
    expect([[...split.train], [...split.test], [...split.dropped]]).toEqual([[0, 1, 2], [4], [3, 5]]);
  });

  it('leaks neither time nor groups, and leaves out no row unsaid', () => {
    fc.assert(
      fc.property(timed, fc.double({ min: 0.1, max: 0.9, noNaN: true }), (drawn, share) => {
        const rows = rowsAt(
          drawn.map(([time]) => time),
          drawn.map(([, group]) => group),
        );
        const split = unlessTooFew(() => timeSplit(rows, share));
        if (!split) return;
        expectHonest(rows, split);
        expect(split.train.length + split.test.length + split.dropped.length).toBe(drawn.length);
      }),
    );
  });

  it.each([
    ['LEARN_PARAMETER_INVALID', rowsAt([1, 2, 3]), 1],
    ['LEARN_PARAMETER_INVALID', rowsAt([1, 2, 3]), Number.NaN],
    ['LEARN_TIME_INVALID', rowsAt([1, Number.NaN, 3]), 0.5],
    ['LEARN_TIME_INVALID', rowsAt([1, Number.POSITIVE_INFINITY, 3]), 0.5],
    ['LEARN_MATRIX_SHAPE', { ...rowsAt([1, 2, 3]), labels: new Int32Array(2) }, 0.5],
    ['LEARN_MATRIX_SHAPE', rowsAt([1, 2, 3], [1]), 0.5],
    ['LEARN_TOO_FEW_ROWS', rowsAt([2, 2, 2]), 0.5],
    ['LEARN_TOO_FEW_ROWS', { ...rowsAt([1, 2, 3, 4]), labels: Int32Array.of(0, 1, 0, 0) }, 0.5],
    ['LEARN_TOO_FEW_ROWS', { ...rowsAt([1, 2, 3, 4]), labels: Int32Array.of(0, 0, 0, 1) }, 0.5],
    ['LEARN_TOO_FEW_ROWS', rowsAt([1, 2], [1, 1]), 0.5],
  ])('refuses with %s (%#)', (code, rows, share) => {
    expect(() => timeSplit(rows, share)).toThrow(expect.objectContaining({ code }));
  });
});

describe('timeSeriesFolds', () => {
  it.each(timeSeries)('lies as TimeSeriesSplit does: $rows rows, $folds folds', ({ rows, folds, splits }) => {
    const own = timeSeriesFolds(rowsAt(Array.from({ length: rows }, (_, row) => row)), folds);
    expect(own.map(({ train, test }) => ({ train: [...train], test: [...test] }))).toEqual(splits);
  });

  it('moves a border back to the first row of its time', () => {
    const own = timeSeriesFolds(rowsAt([0, 1, 2, 2, 2, 5, 6, 7]), 2);
    expect(own.map(({ train, test }) => [[...train], [...test]])).toEqual([
      [
        [0, 1],
        [2, 3, 4, 5],
      ],
      [
        [0, 1, 2, 3, 4, 5],
        [6, 7],
      ],
    ]);
  });

  it('tests stretches that follow each other, each after its training', () => {
    fc.assert(
      fc.property(timed, fc.integer({ min: 2, max: 4 }), (drawn, folds) => {
        const rows = rowsAt(
          drawn.map(([time]) => time),
          drawn.map(([, group]) => group),
        );
        const all = unlessTooFew(() => timeSeriesFolds(rows, folds));
        if (!all) return;
        for (const fold of all) expectHonest(rows, fold);
        const borders = all.map(({ from }) => from);
        expect(borders).toEqual([...new Set(borders)].sort((a, b) => a - b));
        const tested = all.flatMap(({ test, dropped }) => [...test, ...dropped]);
        expect(new Set(tested).size).toBe(tested.length);
        expect(tested.length + all[0]!.train.length).toBe(drawn.length);
      }),
    );
  });

  it.each([
    ['LEARN_PARAMETER_INVALID', rowsAt([1, 2, 3, 4]), 1],
    ['LEARN_TOO_FEW_ROWS', rowsAt([1, 2, 3]), 3],
    ['LEARN_TOO_FEW_ROWS', rowsAt([1, 1, 1, 1, 1, 2]), 2],
    ['LEARN_TIME_INVALID', rowsAt([1, 2, Number.NaN, 4]), 2],
  ])('refuses with %s (%#)', (code, rows, folds) => {
    expect(() => timeSeriesFolds(rows, folds)).toThrow(expect.objectContaining({ code }));
  });
});
