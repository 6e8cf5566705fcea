import type { TrainingData, TreeEnsemble } from '@weir/learning';
import { averageUpwards } from '../import/tree-arrays.js';

/**
 * The trees with the training rows (by weight) that reach each node, which ml-cart's JSON tells of some nodes only.
 * The data must have no missing values. A forest's trees are shown all rows, not the sample each was grown on.
 */
export function withCoverOf(trees: TreeEnsemble, { matrix, weights }: TrainingData): TreeEnsemble {
  const { roots, feature, threshold, left, right } = trees;
  const { rows, columns, values } = matrix;
  const cover = new Float64Array(feature.length);
  for (const root of roots) {
    for (let row = 0; row < rows; row++) {
      const weight = weights?.[row] ?? 1;
      let node = root;
      cover[node]! += weight;
      while (feature[node]! >= 0) {
        const goesLeft = values[row * columns + feature[node]!]! <= threshold[node]!;
        node = goesLeft ? left[node]! : right[node]!;
        cover[node]! += weight;
      }
    }
  }
  const counted = { ...trees, values: trees.values.slice(), cover: Float32Array.from(cover) };
  averageUpwards(counted);
  return counted;
}
