import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random/random.js';
import { NearestRows } from './nearest-rows.js';
import { NeighbourSearch, TILE_POINTS } from './neighbour-search.js';

interface Made {
  rows: Float32Array;
  points: Float32Array;
  weights: Float64Array;
}

/** Columns in turn of two, five and many values, all integers: their distances are exact, and tied often. */
function integers(count: number, points: number, columns: number, seed: number): Made {
  const random = createRandom(seed);
  const kinds = [2, 5, 1000];
  const fill = (length: number) =>
    Float32Array.from({ length }, (_, index) => random.below(kinds[(index % columns) % 3]!));
  const rows = fill(count * columns);
  return { rows, points: fill(points * columns), weights: new Float64Array(count).fill(1) };
}

/** Row numbers by distance, then number. */
function sorted(rows: Float32Array, point: Float32Array): { row: number; distance: number }[] {
  const columns = point.length;
  return Array.from({ length: rows.length / columns }, (_, row) => {
    let distance = 0;
    for (let column = 0; column < columns; column++)
      distance += (point[column]! - rows[row * columns + column]!) ** 2;
    return { row, distance };
  }).sort((a, b) => a.distance - b.distance || a.row - b.row);
}

describe('NeighbourSearch', () => {
  it.each([
    [1, 5],
    [2, 40],
    [3, 700],
    [7, 2500],
    [30, 1500],
    [61, 1100],
  ])('finds the very rows that sorting all would, over %i columns and %i rows', (columns, count) => {
    const { rows, points, weights } = integers(count, TILE_POINTS, columns, columns);
    const search = new NeighbourSearch(rows, columns, weights, 11);
    search.find(points, TILE_POINTS);
    for (let point = 0; point < TILE_POINTS; point++) {
      const expected = sorted(rows, points.subarray(point * columns, (point + 1) * columns)).slice(0, 11);
      const nearest = search.nearest[point]!;
      expect([...nearest.rows.subarray(0, nearest.size)]).toEqual(expected.map(({ row }) => row));
      expect([...nearest.distances.subarray(0, nearest.size)]).toEqual(
        expected.map(({ distance }) => distance),
      );
    }
  });

  it('finds a point that is a row at distance 0', () => {
    const random = createRandom(4);
    const rows = Float32Array.from({ length: 900 * 13 }, () => random.uniform() * 1e3);
    const search = new NeighbourSearch(rows, 13, new Float64Array(900).fill(1), 3);
    search.find(rows.subarray(500 * 13), 2);
    expect([search.nearest[0]!.rows[0], search.nearest[0]!.distances[0]]).toEqual([500, 0]);
    expect([search.nearest[1]!.rows[0], search.nearest[1]!.distances[0]]).toEqual([501, 0]);
  });

  it('gives the same whichever points take turns', () => {
    const { rows, points, weights } = integers(2100, TILE_POINTS, 9, 5);
    const search = new NeighbourSearch(rows, 9, weights, 5);
    search.find(points, TILE_POINTS);
    const together = search.nearest.map((nearest) => [...nearest.rows.subarray(0, nearest.size)]);
    together.forEach((expected, point) => {
      search.find(points.subarray(point * 9, point * 9 + 9), 1);
      const nearest = search.nearest[0]!;
      expect([...nearest.rows.subarray(0, nearest.size)]).toEqual(expected);
    });
  });
});

describe('NearestRows', () => {
  it('keeps as few of the nearest as reach the weight wanted', () => {
    const offers = fc.array(
      fc.record({ distance: fc.integer({ min: 0, max: 9 }), weight: fc.constantFrom(0.5, 1, 2, 5) }),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(offers, fc.integer({ min: 1, max: 12 }), (made, wanted) => {
        const nearest = new NearestRows(
          wanted,
          Float64Array.from(made, ({ weight }) => weight),
        );
        made.forEach(({ distance }, row) => {
          nearest.offer(distance, row);
        });
        const ordered = made
          .map(({ distance, weight }, row) => ({ distance, weight, row }))
          .sort((a, b) => a.distance - b.distance || a.row - b.row);
        let weight = 0;
        const expected = ordered.filter((each) => {
          const isNeeded = weight < wanted;
          weight += each.weight;
          return isNeeded;
        });
        expect([...nearest.rows.subarray(0, nearest.size)]).toEqual(expected.map(({ row }) => row));
      }),
    );
  });
});
