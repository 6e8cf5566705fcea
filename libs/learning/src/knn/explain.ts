import type { Explanation } from '../model/explain.js';
import { preprocessorOf } from '../preprocessing/row-preprocessor.js';
import { createRandom, shuffle } from '../random/random.js';
import type { KnnModel } from './knn-model.js';
import { TILE_POINTS } from './neighbour-search.js';
import { predictScaled } from './predictor.js';

/** Pairs of orders in which columns are put in, at most; one where more would be too much work. */
const MAX_PAIRS = 4;

/** Differences taken for one explanation: some hundredths of a second. */
const MAX_DIFFERENCES = 6e7;
const SEED = 0x6b6e6e;

/** The probability of `positive` as the columns of `order` are put in one after another; the first with none. */
function alongOrder(
  model: KnnModel,
  scaled: Float32Array,
  order: Int32Array,
  positive: number,
): Float64Array {
  const { features, classes } = model;
  const shares = new Float64Array(order.length + 1);
  const points = new Float32Array(TILE_POINTS * features);
  const out = new Float64Array(TILE_POINTS * classes);
  const current = new Float32Array(features);
  for (let first = 0; first < shares.length; first += TILE_POINTS) {
    const count = Math.min(TILE_POINTS, shares.length - first);
    for (let point = 0; point < count; point++) {
      const column = order[first + point - 1];
      if (column !== undefined) current[column] = scaled[column]!;
      points.set(current, point * features);
    }
    predictScaled(model, points, count, out);
    for (let point = 0; point < count; point++) shares[first + point] = out[point * classes + positive]!;
  }
  return shares;
}

function pairsFor({ rows }: KnnModel, columns: number): number {
  return Math.max(1, Math.min(MAX_PAIRS, Math.floor(MAX_DIFFERENCES / (2 * columns * rows.length))));
}

/**
 * Occlusion toward the training means: what each column adds to the share of `positive` among the neighbours when it
 * is put into a row of nothing but means, averaged over a few random orders and their reverses (an estimate of Shapley
 * values: Štrumbelj & Kononenko 2014; always the same orders). Not exact, but contributions sum to score − base.
 */
export function explainKnn(model: KnnModel, row: Float32Array, positive: number): Explanation {
  const { features } = model;
  const scaled = new Float32Array(features);
  preprocessorOf(model).writeScaled(row, 0, scaled, 0);
  const order = Int32Array.from(scaled.keys()).filter((column) => scaled[column] !== 0);
  const random = createRandom(SEED, features);
  const contributions = new Float64Array(features);
  const pairs = pairsFor(model, order.length);
  let base = 0;
  let score = 0;
  for (let pair = 0; pair < pairs; pair++) {
    shuffle(order, random);
    for (const each of [order, order.toReversed()]) {
      const shares = alongOrder(model, scaled, each, positive);
      base = shares[0]!;
      score = shares.at(-1)!;
      each.forEach((column, index) => {
        contributions[column]! += (shares[index + 1]! - shares[index]!) / (2 * pairs);
      });
    }
  }
  return { base, score, contributions };
}
