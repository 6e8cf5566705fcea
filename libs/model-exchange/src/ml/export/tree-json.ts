import type { TreeEnsemble } from '@weir/learning';
import { middleAbove } from '../json/float32.js';
import type { MlTreeNode } from '../json/ml-json.js';

/** What a leaf says, by its class shares. */
export type LeafJson = (shares: Float32Array) => NonNullable<MlTreeNode['distribution']>;

function gini(shares: Float32Array): number {
  return 1 - shares.reduce((sum, share) => sum + share * share, 0);
}

/** Tree number `tree` of an ensemble that holds class shares, as ml-cart writes one. */
export function treeJson(trees: TreeEnsemble, tree: number, leaf: LeafJson): MlTreeNode {
  const { roots, feature, threshold, left, right, width, values, cover } = trees;
  const root = roots[tree]!;
  const end = roots[tree + 1] ?? feature.length;
  const sharesOf = (node: number) => values.subarray(node * width, (node + 1) * width);
  const built: MlTreeNode[] = [];
  // Backwards, as children stand behind their parents: no recursion.
  for (let node = end - 1; node >= root; node--) {
    const numberSamples = cover[node]!;
    if (feature[node]! < 0) {
      built[node - root] = { numberSamples, distribution: leaf(sharesOf(node)) };
      continue;
    }
    const children = [left[node]!, right[node]!];
    const impurity = children.reduce((sum, child) => sum + gini(sharesOf(child)) * cover[child]!, 0);
    built[node - root] = {
      splitColumn: feature[node]!,
      splitValue: middleAbove(threshold[node]!),
      gain: gini(sharesOf(node)) - impurity / numberSamples,
      numberSamples,
      left: built[left[node]! - root]!,
      right: built[right[node]! - root]!,
    };
  }
  return built[0]!;
}
