import { expect, it } from 'vitest';
import { prepareProblem } from '../../algorithm/problem.js';
import { ALL_ROWS, type TrainingView, trainingView } from '../../algorithm/training-view.js';
import { createRandom, shuffle } from '../../random/random.js';
import { HistogramCounter } from '../../tree/histogram-counter.js';
import { LocalHistograms } from '../../tree/histograms.js';
import { Booster } from '../booster.js';
import { derivativesFor, GradientTarget } from '../gradient-target.js';
import { boostingSettings } from '../settings.js';
import { CrewHistograms } from './crew.js';

/** Columns of many values and of few, so that some are bundled. */
function viewOf(rows: number, columns: number): TrainingView {
  const random = createRandom(5);
  const values = Float32Array.from({ length: rows * columns }, (_, index) =>
    random.below(index % columns < 5 ? 3 : 60),
  );
  const labels = Int32Array.from({ length: rows }, (_, row) => (values[row * columns + 7]! > 30 ? 1 : 0));
  return trainingView(
    prepareProblem({ matrix: { rows, columns, values }, labels, classes: 2 }, { seed: 1 }),
    ALL_ROWS,
  );
}

function sharedRows(rows: number): Int32Array {
  const order = new Int32Array(new SharedArrayBuffer(rows * 4));
  for (let row = 0; row < rows; row++) order[row] = row;
  return order;
}

it('counts the same bits as one thread, round after round', () => {
  const { binned } = viewOf(4000, 25).problem;
  const random = createRandom(2);
  const derivatives = derivativesFor(4000);
  for (let index = 0; index < 8000; index++) derivatives.pairs[index] = random.uniform();
  const sides = [sharedRows(4000), sharedRows(4000)] as const;
  for (const side of sides) shuffle(side, random);
  const options = boostingSettings({ nEstimators: 1 });
  const target = new GradientTarget(derivatives, options);
  target.begin(sides[0], { gradients: 4000, hessians: 4000 });
  const counter = new HistogramCounter(binned, target, 3);
  const local = new LocalHistograms(counter);
  const crew = new CrewHistograms({ binned, derivatives, options, orders: sides }, counter, 2);
  try {
    for (let round = 0; round < 400; round++) {
      const start = random.below(1000);
      const end = 4000 - random.below(1000);
      const order = sides[round & 1]!;
      // Three at a time: the third has no place in shared memory.
      const [first, ...others] = [crew.take(), crew.take(), crew.take()];
      const expected = local.take();
      local.count(expected, order, start, end);
      for (const histogram of [first!, ...others]) {
        crew.count(histogram, order, start, end);
        expect(Buffer.compare(bytesOf(histogram, counter), bytesOf(expected, counter))).toBe(0);
        crew.release(histogram);
      }
      local.release(expected);
    }
  } finally {
    crew.close();
  }
});

function bytesOf(histogram: Float64Array, { length }: HistogramCounter): Uint8Array {
  return new Uint8Array(histogram.buffer, histogram.byteOffset, length * 8);
}

it('grows the same trees with several threads as with one', () => {
  const view = viewOf(26_000, 32);
  const settings = boostingSettings({ nEstimators: 1, maxLeafNodes: 20, subsample: 0.8 });
  const [alone, together] = [1, 3].map((threads) => {
    const booster = new Booster(view, settings, new Int32Array(0), threads);
    try {
      return { trees: [booster.advance(true), booster.advance(true)], scores: booster.scores };
    } finally {
      booster.close();
    }
  });
  expect(together).toEqual(alone);
});
