import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matrixFrom, noisyData, readReference } from '../../reference/load.ts';
import { prepareProblem } from '../algorithm/problem.js';
import { ALL_ROWS, trainingView } from '../algorithm/training-view.js';
import { matrixOf, selectRows } from '../dataset/matrix.js';
import { selectData, type TrainingData } from '../dataset/training-data.js';
import { predictProbabilities } from '../model/predict.js';
import { createRandom, shuffle } from '../random/random.js';
import type { ClassWeighting } from '../weights/class-weights.js';
import { type ClassTreeOptions, growOnView } from './algorithm.js';
import type { TreeEnsemble } from './tree-ensemble.js';

type Options = Partial<ClassTreeOptions>;

function grow(data: TrainingData, options: Options = {}, classWeighting: ClassWeighting = 'none') {
  const view = trainingView(prepareProblem(data, { seed: 1, classWeighting }), ALL_ROWS);
  return growOnView(view, view.weights, view.activeRows.slice(), { criterion: 'gini', ...options });
}

/** Pre-order: the column of an inner node, the class shares of a leaf. */
function describeTree(trees: TreeEnsemble, classes: number): (number | number[])[] {
  const walk = (node: number): (number | number[])[] => {
    if (trees.feature[node]! < 0) return [[...trees.values.subarray(node * classes, (node + 1) * classes)]];
    return [trees.feature[node]!, ...walk(trees.left[node]!), ...walk(trees.right[node]!)];
  };
  return walk(0);
}

function predict(trees: TreeEnsemble, data: TrainingData): Float32Array {
  const shape = { features: data.matrix.columns, classes: data.classes, importance: new Float64Array() };
  return predictProbabilities({ algorithm: 'decision-tree', trees, ...shape }, data.matrix);
}

interface Reference {
  x: number[];
  gaps: (number | null)[];
  y: number[];
  cases: {
    criterion: 'gini' | 'entropy' | 'log_loss';
    balanced: boolean;
    missing: boolean;
    options: { max_depth?: number; min_samples_leaf?: number; max_leaf_nodes?: number };
    nodes: (number | number[])[];
    importance: number[];
  }[];
}

const reference = readReference<Reference>('decision-tree.json');

describe.each(reference.cases)(
  'against scikit-learn: $criterion, balanced $balanced, missing $missing, $options',
  (each) => {
    const data: TrainingData = {
      matrix: matrixFrom(each.missing ? reference.gaps : reference.x, 4),
      labels: Int32Array.from(reference.y),
      classes: 3,
    };
    const {
      max_depth: maxDepth,
      min_samples_leaf: minSamplesLeaf,
      max_leaf_nodes: maxLeafNodes,
    } = each.options;
    const grown = grow(
      data,
      {
        criterion: each.criterion,
        ...(maxDepth && { maxDepth }),
        ...(minSamplesLeaf && { minSamplesLeaf }),
        ...(maxLeafNodes && { maxLeafNodes }),
      },
      each.balanced ? 'balanced' : 'none',
    );

    it('splits on the same columns into the same leaves', () => {
      const found = describeTree(grown.ensemble, 3);
      expect(found.map((node) => (typeof node === 'number' ? node : 'leaf'))).toEqual(
        each.nodes.map((node) => (typeof node === 'number' ? node : 'leaf')),
      );
      found.forEach((node, index) => {
        const expected = each.nodes[index]!;
        if (typeof node === 'number' || typeof expected === 'number') return;
        for (const [label, share] of node.entries()) expect(share).toBeCloseTo(expected[label]!, 6);
      });
    });

    it('finds the same importance', () => {
      const total = grown.importance.reduce((sum, value) => sum + value, 0);
      for (const [column, value] of grown.importance.entries()) {
        expect(value / total).toBeCloseTo(each.importance[column]!, 6);
      }
    });
  },
);

describe('growing', () => {
  it('splits even where no single split helps, as XOR needs', () => {
    const matrix = matrixOf([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]);
    const data = { matrix, labels: Int32Array.of(0, 1, 1, 0), classes: 2 };
    expect([...predict(grow(data).ensemble, data)]).toEqual([1, 0, 0, 1, 0, 1, 1, 0]);
  });

  it('makes a leaf of rows that no column tells apart', () => {
    const data = { matrix: matrixOf([[1], [1], [1]]), labels: Int32Array.of(0, 1, 1), classes: 2 };
    const { ensemble } = grow(data);
    expect([...ensemble.feature]).toEqual([-1]);
    expect([...ensemble.values]).toEqual([Math.fround(1 / 3), Math.fround(2 / 3)]);
  });

  it('learns from being missing alone', () => {
    const data = {
      matrix: matrixOf([[1], [2], [null], [null]]),
      labels: Int32Array.of(0, 0, 1, 1),
      classes: 2,
    };
    const { ensemble } = grow(data);
    expect(ensemble.feature).toHaveLength(3);
    expect([...predict(ensemble, data)]).toEqual([1, 0, 1, 0, 0, 1, 0, 1]);
    const beyond = { ...data, matrix: matrixOf([[Math.fround(3e38)], [-1e9]]) };
    expect([...predict(ensemble, beyond)]).toEqual([1, 0, 1, 0]);
  });

  it('sends missing values with the heavier side where training had none', () => {
    const data = { matrix: matrixOf([[0], [0], [0], [1]]), labels: Int32Array.of(0, 0, 0, 1), classes: 2 };
    const { ensemble } = grow(data);
    expect([...predict(ensemble, { ...data, matrix: matrixOf([[null]]) })]).toEqual([1, 0]);
  });

  it('ignores columns that are constant or have no values', () => {
    const matrix = matrixOf([
      [7, null, 0],
      [7, null, 1],
    ]);
    const { ensemble, importance } = grow({ matrix, labels: Int32Array.of(0, 1), classes: 2 });
    expect([...ensemble.feature]).toEqual([2, -1, -1]);
    expect([...importance.subarray(0, 2)]).toEqual([0, 0]);
  });

  it('keeps to its limits', () => {
    const data = noisyData({ rows: 400, missing: 0.1 });
    const leaves = (trees: TreeEnsemble) => trees.feature.filter((column) => column < 0).length;
    expect(leaves(grow(data, { maxDepth: 3 }).ensemble)).toBeLessThanOrEqual(8);
    expect(leaves(grow(data, { maxLeafNodes: 5 }).ensemble)).toBe(5);
    const { ensemble } = grow(data, { minSamplesLeaf: 30 });
    const counts = new Map<string, number>();
    const probabilities = predict(ensemble, data);
    for (let row = 0; row < 400; row++) {
      const key = String(probabilities.subarray(row * 2, row * 2 + 2));
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    for (const count of counts.values()) expect(count).toBeGreaterThanOrEqual(30);
  });

  it('puts every child after its parent', () => {
    const { feature, left, right } = grow(noisyData({ rows: 300 })).ensemble;
    feature.forEach((column, node) => {
      if (column >= 0) expect(Math.min(left[node]!, right[node]!)).toBeGreaterThan(node);
    });
  });
});

describe('properties of a tree', () => {
  const cases = fc.record({
    rows: fc.integer({ min: 4, max: 60 }),
    seed: fc.integer({ min: 0, max: 1000 }),
    missing: fc.constantFrom(0, 0.3),
    criterion: fc.constantFrom('gini' as const, 'entropy' as const),
    weighting: fc.constantFrom('balanced' as const, 'none' as const),
  });

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(cases, ({ weighting, criterion, ...settings }) => {
        const data = noisyData(settings);
        const order = shuffle(
          Int32Array.from({ length: settings.rows }, (_, row) => row),
          createRandom(settings.seed),
        );
        const permuted = grow(selectData(data, order), { criterion }, weighting);
        expect(permuted).toEqual(grow(data, { criterion }, weighting));
      }),
      { numRuns: 50 },
    );
  });

  it('takes a weight of 2 for the row standing there twice', () => {
    fc.assert(
      fc.property(cases, ({ weighting, criterion, ...settings }) => {
        const data = noisyData(settings);
        const doubled = Int32Array.from({ length: settings.rows * 2 }, (_, index) => index >> 1).filter(
          (row, index) => index % 2 === 0 || row % 3 === 0,
        );
        const weights = Float64Array.from(data.labels, (_, row) => (row % 3 === 0 ? 2 : 1));
        const options = { criterion, minSamplesLeaf: 2 };
        const fromRows = grow(selectData(data, doubled), options, weighting);
        expect(grow({ ...data, weights }, options, weighting)).toEqual(fromRows);
      }),
      { numRuns: 50 },
    );
  });

  it('gives rows the same answer alone and in a batch', () => {
    const data = noisyData({ rows: 50, missing: 0.2 });
    const { ensemble } = grow(data);
    const batch = predict(ensemble, data);
    for (let row = 0; row < 50; row++) {
      const alone = predict(ensemble, { ...data, matrix: selectRows(data.matrix, Int32Array.of(row)) });
      expect([...alone]).toEqual([...batch.subarray(row * 2, row * 2 + 2)]);
    }
  });
});
