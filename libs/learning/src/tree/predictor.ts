import type { Matrix } from '../dataset/matrix.js';
import type { TreeEnsemble } from './tree-ensemble.js';

/** The leaf a row ends in. `start` is where the row begins in `values`. */
export function leafOf(trees: TreeEnsemble, root: number, values: Float32Array, start: number): number {
  const { feature, threshold, missingLeft, left, right } = trees;
  let node = root;
  for (;;) {
    const column = feature[node]!;
    if (column < 0) return node;
    const value = values[start + column]!;
    // A comparison with NaN is false: the second test is reached only by values above the threshold or missing.
    // biome-ignore lint/suspicious/noSelfCompare: the cheapest test for NaN in the hottest loop
    if (value <= threshold[node]! || (value !== value && missingLeft[node] === 1)) node = left[node]!;
    else node = right[node]!;
  }
}

/**
 * Adds what each tree says of each row to `sums` (`rows` × `outputs`): a vector where a node holds `outputs` numbers;
 * where it holds one, tree t adds to output t mod `outputs`.
 * Tree by tree over the whole batch, so that a tree stays in the processor's cache.
 */
export function addTreeScores(
  trees: TreeEnsemble,
  outputs: number,
  matrix: Matrix,
  sums: Float64Array,
): void {
  const { rows, columns, values } = matrix;
  const { roots, width } = trees;
  const shift = width === outputs ? 0 : 1;
  for (let tree = 0; tree < roots.length; tree++) {
    const root = roots[tree]!;
    const output = shift * (tree % outputs);
    for (let row = 0; row < rows; row++) {
      const at = leafOf(trees, root, values, row * columns) * width;
      const to = row * outputs + output;
      for (let index = 0; index < width; index++) sums[to + index]! += trees.values[at + index]!;
    }
  }
}
