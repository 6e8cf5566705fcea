import type { ReadNode } from './tree-nodes.js';

/** Share of the fall of Gini impurity that each column brought to one tree; zeros where the JSON does not say. */
export function treeImportance(nodes: readonly ReadNode[], features: number): Float64Array {
  const falls = new Float64Array(features);
  for (const { column, gain, samples } of nodes) if (column >= 0) falls[column]! += gain * samples;
  const sum = falls.reduce((total, fall) => total + fall, 0);
  return sum > 0 ? falls.map((fall) => fall / sum) : falls;
}

/** Mean over the trees, summing to 1 unless no tree says anything. */
export function forestImportance(trees: readonly Float64Array[], features: number): Float64Array {
  const sums = new Float64Array(features);
  for (const tree of trees) for (let column = 0; column < features; column++) sums[column]! += tree[column]!;
  const total = sums.reduce((sum, share) => sum + share, 0);
  return total > 0 ? sums.map((share) => share / total) : sums;
}
