import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomEnsemble, randomRows } from '../../reference/random-ensemble.ts';
import { leafOf } from '../tree/predictor.js';
import type { TreeEnsemble } from '../tree/tree-ensemble.js';
import { CompiledShap, canCompile } from './compiled-shap.js';
import { gaussLegendre } from './gauss-legendre.js';
import { addPathContributions } from './path-contributions.js';
import { pathTreesOf } from './path-trees.js';
import { TreeShap } from './tree-shap.js';

/** The value of a coalition (a bit a column): known columns decide, at the others the children count by cover. */
function coalitionValue(trees: TreeEnsemble, row: Float32Array, coalition: number): number {
  const { feature, threshold, missingLeft, left, right, cover, values, width } = trees;
  const walk = (node: number): number => {
    const column = feature[node]!;
    if (column < 0) return values[node * width]!;
    const [one, other] = [left[node]!, right[node]!];
    if ((coalition >> column) & 1) {
      const value = row[column]!;
      const goesLeft = Number.isNaN(value) ? missingLeft[node] === 1 : value <= threshold[node]!;
      return walk(goesLeft ? one : other);
    }
    const share = cover[one]! / (cover[one]! + cover[other]!);
    return share * walk(one) + (1 - share) * walk(other);
  };
  return trees.roots.reduce((sum, root) => sum + walk(root), 0);
}

/** Shapley's formula, over all coalitions. */
function enumerate(trees: TreeEnsemble, row: Float32Array): number[] {
  const columns = row.length;
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  const values = Array.from({ length: 2 ** columns }, (_, coalition) =>
    coalitionValue(trees, row, coalition),
  );
  return Array.from(row, (_, column) => {
    let sum = 0;
    values.forEach((value, coalition) => {
      if ((coalition >> column) & 1) return;
      const size = Array.from(row, (_each, bit) => (coalition >> bit) & 1).reduce((a, b) => a + b, 0);
      const weight = (factorial(size) * factorial(columns - size - 1)) / factorial(columns);
      sum += weight * (values[coalition | (1 << column)]! - value);
    });
    return sum;
  });
}

const firstValues = ({ feature, values, width }: TreeEnsemble) =>
  Float64Array.from(feature, (_, node) => values[node * width]!);

const shapeOf = {
  seed: fc.nat(),
  trees: fc.integer({ min: 1, max: 3 }),
  columns: fc.integer({ min: 1, max: 7 }),
  depth: fc.integer({ min: 0, max: 8 }),
};
const shapes = fc.record(shapeOf);

describe('TreeShap', () => {
  it('gives the Shapley values that enumerating every coalition gives', () => {
    fc.assert(
      fc.property(shapes, fc.nat(), (shape, seed) => {
        const trees = randomEnsemble(shape);
        const row = randomRows(seed, 1, shape.columns).values;
        const contributions = new Float64Array(shape.columns);
        const paths = pathTreesOf(trees, firstValues(trees));
        new TreeShap(paths).addContributions(row, contributions);
        const expected = enumerate(trees, row);
        expected.forEach((value, column) => {
          expect(contributions[column]!).toBeCloseTo(value, 10);
        });
        expect(paths.base).toBeCloseTo(coalitionValue(trees, row, 0), 10);
      }),
      { numRuns: 200 },
    );
  });

  it('stays exact in deep trees of many columns: base plus contributions is the score', () => {
    const trees = randomEnsemble({ seed: 4, trees: 2, columns: 40, depth: 30, splits: 0.97 });
    const paths = pathTreesOf(trees, firstValues(trees));
    expect(Math.max(...paths.pathColumns)).toBeGreaterThan(12);
    const { values } = randomRows(2, 20, 40);
    for (let row = 0; row < 20; row++) {
      const own = values.subarray(row * 40, row * 40 + 40);
      const contributions = new Float64Array(40);
      new TreeShap(paths).addContributions(own, contributions);
      const score = trees.roots.reduce(
        (sum, root) => sum + trees.values[leafOf(trees, root, own, 0) * 2]!,
        0,
      );
      expect(contributions.reduce((sum, each) => sum + each, paths.base)).toBeCloseTo(score, 9);
    }
  });
});

describe('CompiledShap', () => {
  it('gives what the plain loop gives, row after row', () => {
    fc.assert(
      fc.property(
        fc.record({
          ...shapeOf,
          columns: fc.integer({ min: 1, max: 60 }),
          depth: fc.integer({ min: 0, max: 14 }),
        }),
        fc.nat(),
        (shape, seed) => {
          const trees = randomEnsemble(shape);
          const paths = pathTreesOf(trees, firstValues(trees));
          expect(canCompile(paths)).toBe(true);
          const [plain, compiled] = [new TreeShap(paths), new CompiledShap(paths)];
          const { values } = randomRows(seed, 3, shape.columns);
          for (let row = 0; row < 3; row++) {
            const own = values.subarray(row * shape.columns, (row + 1) * shape.columns);
            const expected = new Float64Array(shape.columns).fill(1);
            const contributions = expected.slice();
            plain.addContributions(own, expected);
            compiled.addContributions(own, contributions);
            contributions.forEach((value, column) => {
              expect(value).toBeCloseTo(expected[column]!, 12);
            });
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('leaves paths of more than 48 columns to the plain loop', () => {
    const chain = chainOfColumns(60);
    const paths = pathTreesOf(chain, firstValues(chain));
    expect(canCompile(paths)).toBe(false);
    const row = new Float32Array(60);
    const contributions = new Float64Array(60);
    new TreeShap(paths).addContributions(row, contributions);
    expect(contributions.reduce((sum, each) => sum + each, paths.base)).toBeCloseTo(chain.values[120]!, 10);
  });
});

/** Each column once: left ends in a leaf, right goes on; a row of zeros goes right to the end. */
function chainOfColumns(columns: number): TreeEnsemble {
  const nodes = Array.from({ length: 2 * columns + 1 }, (_, node) => node);
  const isInner = (node: number) => node % 2 === 0 && node < 2 * columns;
  return {
    roots: Int32Array.of(0),
    feature: Int32Array.from(nodes, (node) => (isInner(node) ? node / 2 : -1)),
    threshold: new Float32Array(nodes.length).fill(-1),
    missingLeft: new Uint8Array(nodes.length),
    left: Int32Array.from(nodes, (node) => (isInner(node) ? node + 1 : 0)),
    right: Int32Array.from(nodes, (node) => (isInner(node) ? node + 2 : 0)),
    width: 1,
    values: Float32Array.from(nodes, (node) => Math.sin(node)),
    cover: Float32Array.from(nodes, (node) => (node % 2 === 0 ? columns + 1 - node / 2 : 1)),
  };
}

describe('addPathContributions', () => {
  it('credits each split on the way with the change of the mean', () => {
    const chain = chainOfColumns(2);
    const paths = pathTreesOf(chain, firstValues(chain));
    const [first, second, end] = [1, 3, 4].map((leaf) => chain.values[leaf]!) as [number, number, number];
    const contributions = new Float64Array(2);
    addPathContributions(paths, Float32Array.of(0, Number.NaN), contributions);
    const below = (second + end) / 2;
    const base = (first + second + end) / 3;
    expect(paths.base).toBeCloseTo(base, 12);
    expect(contributions[0]).toBeCloseTo(below - base, 12);
    expect(contributions[1]).toBeCloseTo(end - below, 12);
  });

  it('sums to the same score as the Shapley values do', () => {
    fc.assert(
      fc.property(shapes, fc.nat(), (shape, seed) => {
        const trees = randomEnsemble(shape);
        const paths = pathTreesOf(trees, firstValues(trees));
        const row = randomRows(seed, 1, shape.columns).values;
        const [path, shapley] = [new Float64Array(shape.columns), new Float64Array(shape.columns)];
        addPathContributions(paths, row, path);
        new TreeShap(paths).addContributions(row, shapley);
        const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
        expect(sum(path)).toBeCloseTo(sum(shapley), 10);
      }),
    );
  });
});

describe('gaussLegendre', () => {
  it.each([1, 2, 3, 5, 8, 16, 40])('integrates polynomials exactly with %i points', (count) => {
    const { points, weights } = gaussLegendre(count);
    for (let degree = 0; degree < 2 * count; degree++) {
      const integral = points.reduce((sum, t, k) => sum + weights[k]! * t ** degree, 0);
      expect(integral).toBeCloseTo(1 / (degree + 1), 13);
    }
  });
});
