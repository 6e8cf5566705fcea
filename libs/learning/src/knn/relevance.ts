import type { KnnModel } from './knn-model.js';
import { NeighbourSearch } from './neighbour-search.js';

/** Reference rows asked, at most. */
const SAMPLED_ROWS = 256;

/** Neighbours of each class that a row is compared with, by weight. */
const NEIGHBOURS = 10;

interface ClassRows {
  readonly rows: Float32Array;
  readonly search: NeighbourSearch;
  /** By weight, of all rows. */
  readonly share: number;
}

function classRows(model: KnnModel, label: number, total: number): ClassRows | undefined {
  const { features, labels, weights } = model;
  const own = Array.from(labels.keys()).filter((row) => labels[row] === label);
  if (own.length === 0) return undefined;
  const rows = new Float32Array(own.length * features);
  own.forEach((row, index) => {
    rows.set(model.rows.subarray(row * features, (row + 1) * features), index * features);
  });
  const ownWeights = Float64Array.from(own, (row) => weights[row]!);
  const share = ownWeights.reduce((sum, weight) => sum + weight, 0) / total;
  return { rows, search: new NeighbourSearch(rows, features, ownWeights, NEIGHBOURS + 1), share };
}

/** Adds the mean difference of each column between a row and its neighbours in a class, times `factor`. */
function addDifferences(
  row: Float32Array,
  { rows, search }: ClassRows,
  factor: number,
  sums: Float64Array,
): void {
  search.find(row, 1);
  const nearest = search.nearest[0]!;
  for (let place = 0; place < nearest.size; place++) {
    const from = nearest.rows[place]! * row.length;
    for (let column = 0; column < row.length; column++)
      sums[column]! += (factor / nearest.size) * Math.abs(row[column]! - rows[from + column]!);
  }
}

/**
 * How much each column tells the classes apart among neighbours: by how much more a row differs in it from its nearest
 * rows of other classes than from those of its own (ReliefF: Robnik-Šikonja & Kononenko 2003), over up to 256 reference
 * rows at even distances. 0 where a column tells nothing. Not the model's own arithmetic, which weighs columns alike.
 */
export function columnRelevance(model: KnnModel): Float64Array {
  const { features, labels, classes, weights } = model;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const byClass = Array.from({ length: classes }, (_, label) => classRows(model, label, total));
  const sums = new Float64Array(features);
  const step = Math.max(1, labels.length / SAMPLED_ROWS);
  for (let place = 0; Math.floor(place) < labels.length; place += step) {
    const row = Math.floor(place);
    const values = model.rows.subarray(row * features, (row + 1) * features);
    const own = byClass[labels[row]!]!;
    addDifferences(values, own, -1, sums);
    byClass.forEach((other) => {
      if (other && other !== own) addDifferences(values, other, other.share / (1 - own.share), sums);
    });
  }
  return sums.map((sum) => Math.max(0, sum));
}
