import { describe, expect, it } from 'vitest';
import { finish } from '../inspection/steps.js';
import { createRandom } from '../random/random.js';
import { TermColumns } from './term-columns.js';
import type { TermRows } from './term-rows.js';

const ROWS = 200;
const random = createRandom(21);
const labels = Int32Array.from({ length: ROWS }, () => random.below(2));
/** The last term stands in this row alone: a model that has seen the row knows its label by it. */
const rowsOfIds = Array.from(labels, (label, row) => [
  ...Array.from({ length: 6 }, () => random.below(20) + (random.below(2) > 0 ? 10 * label : 0)),
  40 + row,
]);
const terms: TermRows = {
  hashing: 'test',
  blocks: ['terms'],
  blockSize: 256,
  offsets: Uint32Array.from({ length: ROWS + 1 }, (_, row) => row * 7),
  ids: Uint32Array.from(rowsOfIds.flat()),
};
const all = labels.map((_, row) => row);
const groups = all.map((row) => row >> 1);
const folds = { groups, seed: 3 };

function outOfFold(own: Int32Array, ofGroups = groups): Float32Array {
  return finish(new TermColumns({ terms, labels: own }).fitted(all, { groups: ofGroups, seed: 3 })).outOfFold;
}

describe('TermColumns', () => {
  it('scores a row by models that have not seen its label, nor any of its fold', () => {
    const before = outOfFold(labels);
    const flipped = labels.slice();
    // Both rows of a group, one of each class: their fold is drawn as before.
    const [first, second] = [all.find((row) => row % 2 === 0 && labels[row] !== labels[row + 1])!].flatMap(
      (row) => [row, row + 1],
    ) as [number, number];
    flipped[first] = 1 - labels[first]!;
    flipped[second] = 1 - labels[second]!;
    const after = outOfFold(flipped);
    expect([after[first], after[second]]).toEqual([before[first], before[second]]);
    const changed = all.filter((row) => before[row] !== after[row]);
    // The other folds' models have all seen it.
    expect(changed.length).toBeGreaterThan(ROWS * 0.7);
    expect(changed.length).toBeLessThan(ROWS * 0.9);
  });

  it('knows less of a label than a model that has seen the row', () => {
    const { outOfFold: scores, model } = finish(new TermColumns({ terms, labels }).fitted(all, folds));
    const seen = finish(new TermColumns({ terms, labels }).heldOut({ train: all, test: all }, folds)).test;
    const right = (column: Float32Array, intercept: number) =>
      column.filter((score, row) => score + intercept > 0 === (labels[row] === 1)).length / ROWS;
    expect(right(seen, model.intercept)).toBeGreaterThan(0.94);
    expect(right(scores, model.intercept)).toBeLessThan(0.85);
    expect(right(scores, model.intercept)).toBeGreaterThan(0.6);
  });

  it('never learns the rows held out, nor lets them into the folds', () => {
    const split = { train: all.filter((row) => row < 150), test: all.filter((row) => row >= 150) };
    const other = labels.map((label, row) => (row < 150 ? label : 1 - label));
    const columns = finish(new TermColumns({ terms, labels }).heldOut(split, folds));
    expect(finish(new TermColumns({ terms, labels: other }).heldOut(split, folds))).toEqual(columns);
    expect([columns.train.length, columns.test.length]).toEqual([150, 50]);
  });

  it('gives the same for a seed, and other folds for another', () => {
    expect(outOfFold(labels)).toEqual(outOfFold(labels));
    const columns = new TermColumns({ terms, labels });
    const other = finish(columns.fitted(all, { groups, seed: 4 })).outOfFold;
    expect(other).not.toEqual(outOfFold(labels));
  });

  it('does with one group, one class or hardly a row', () => {
    // Nothing is left to learn from outside the only group.
    expect([...outOfFold(labels, new Int32Array(ROWS))]).toEqual([...new Float32Array(ROWS)]);
    expect(outOfFold(new Int32Array(ROWS)).every((score) => score <= 0)).toBe(true);
    const { outOfFold: scores } = finish(
      new TermColumns({ terms, labels }).fitted(Int32Array.of(4, 8), folds),
    );
    expect([...scores].every(Number.isFinite)).toBe(true);
  });

  it('passes over rows that weigh nothing', () => {
    const weights = Float64Array.from(labels, (_, row) => (row < 150 ? 1 : 0));
    const some = all.filter((row) => row < 150);
    const weighted = finish(new TermColumns({ terms, labels, weights }).fitted(all, folds)).model;
    const alone = finish(new TermColumns({ terms, labels }).fitted(some, folds)).model;
    expect(weighted.weights.subarray(190).every((weight) => weight === 0)).toBe(true);
    expect(weighted).toEqual(alone);
  });
});
