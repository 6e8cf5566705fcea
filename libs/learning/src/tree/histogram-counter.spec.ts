import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binEdges } from '../binning/bin-edges.js';
import { type BinnedMatrix, binMatrix } from '../binning/binned-matrix.js';
import { derivativesFor, GradientTarget } from '../boosting/gradient-target.js';
import type { Matrix } from '../dataset/matrix.js';
import { createRandom } from '../random/random.js';
import { ClassTarget } from './class-target.js';
import { HistogramCounter } from './histogram-counter.js';
import type { TreeTarget } from './target.js';

interface Shape {
  readonly rows: number;
  /** Different values a column may have. */
  readonly values: readonly number[];
  readonly missing: readonly boolean[];
  readonly seed: number;
  readonly classes: number;
}

const shapes: fc.Arbitrary<Shape> = fc.integer({ min: 1, max: 14 }).chain((columns) =>
  fc.record({
    rows: fc.integer({ min: 1, max: 300 }),
    values: fc.array(fc.constantFrom(1, 1, 2, 3, 3, 5, 17, 80, 300), {
      minLength: columns,
      maxLength: columns,
    }),
    missing: fc.array(fc.boolean(), { minLength: columns, maxLength: columns }),
    seed: fc.integer({ min: 0, max: 10_000 }),
    classes: fc.constantFrom(2, 3),
  }),
);

function binnedOf({ rows, values, missing, seed }: Shape): BinnedMatrix {
  const random = createRandom(seed);
  const columns = values.length;
  const cells = Float32Array.from({ length: rows * columns }, (_, index) => {
    const column = index % columns;
    const value = random.below(values[column]!);
    return missing[column] && random.uniform() < 0.2 ? Number.NaN : value;
  });
  const matrix: Matrix = { rows, columns, values: cells };
  return binMatrix(matrix, binEdges(matrix));
}

/** Weights in eighths, so that sums are exact in whatever order they are added. */
const eighths = (random: { below(bound: number): number }) => (1 + random.below(40)) / 8;

function targetsOf({ rows, seed, classes }: Shape): TreeTarget[] {
  const random = createRandom(seed, 1);
  const labels = Int32Array.from({ length: rows }, () => random.below(classes));
  const weights = Float64Array.from({ length: rows }, () => eighths(random));
  const derivatives = derivativesFor(rows);
  for (let index = 0; index < rows * 2; index++) derivatives.pairs[index] = eighths(random);
  const gradients = new GradientTarget(derivatives, {
    minChildWeight: 0,
    l2Regularization: 0,
    learningRate: 1,
  });
  gradients.begin(
    Int32Array.from({ length: rows }, (_, row) => row),
    { gradients: rows * 5, hessians: rows * 5 },
  );
  const classWeights = new Float64Array(classes).fill(1);
  return [new ClassTarget(labels, weights, { criterion: 'gini', classWeights }), gradients];
}

/** Row by row and column by column, as the definition says. */
function countPlainly(
  { columns, codes, offsets, rows }: BinnedMatrix,
  target: TreeTarget,
  order: Int32Array,
) {
  const histogram = new Float64Array(offsets[columns]! * target.width);
  for (let column = 0; column < columns; column++) {
    for (const row of order) {
      target.countRow(histogram, (offsets[column]! + codes[column * rows + row]!) * target.width, row);
    }
  }
  return histogram;
}

/** Some of the rows, in an order of their own. */
function someRows({ rows, seed }: Shape): Int32Array {
  const random = createRandom(seed, 2);
  const all = Int32Array.from({ length: rows }, (_, row) => (row * 7) % rows);
  return new Set(all).size === rows ? all.filter(() => random.uniform() < 0.8) : Int32Array.from(all.keys());
}

describe('HistogramCounter', () => {
  it('counts bundled columns as if each were counted alone, in memory that was used before', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const binned = binnedOf(shape);
        for (const target of targetsOf(shape)) {
          const counter = new HistogramCounter(binned, target);
          const histogram = new Float64Array(counter.fullLength).fill(7);
          const order = someRows(shape);
          counter.count(histogram, order, 0, order.length);
          expect(histogram.subarray(0, counter.length)).toEqual(countPlainly(binned, target, order));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('gets one part of a node by taking the other from the whole', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const binned = binnedOf(shape);
        for (const target of targetsOf(shape)) {
          const counter = new HistogramCounter(binned, target);
          const order = someRows(shape);
          const middle = order.length >> 2;
          const whole = new Float64Array(counter.fullLength);
          const part = new Float64Array(counter.fullLength);
          counter.count(whole, order, 0, order.length);
          counter.count(part, order, 0, middle);
          counter.subtract(whole, part);
          expect(whole.subarray(0, counter.length)).toEqual(
            countPlainly(binned, target, order.subarray(middle)),
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});
