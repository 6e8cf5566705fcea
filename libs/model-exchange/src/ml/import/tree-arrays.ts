import type { TreeEnsemble } from '@weir/learning';
import { highestBelow, nextAbove } from '../json/float32.js';
import type { ReadNode } from './tree-nodes.js';

/** Index of the largest number, the first of equals, as ml-matrix and our predictor choose. */
export function firstLargest(values: ArrayLike<number>): number {
  let best = 0;
  for (let index = 1; index < values.length; index++) if (values[index]! > values[best]!) best = index;
  return best;
}

/** Shares in 32 bits, for all classes, with the same winner: rounding can make a tie of a hair's lead. */
export function roundedShares(shares: readonly number[], classes: number): Float32Array {
  const rounded = new Float32Array(classes);
  rounded.set(shares);
  const winner = firstLargest(shares);
  if (firstLargest(rounded) !== winner) rounded[winner] = nextAbove(Math.max(...rounded));
  return rounded;
}

/** Rows of each node from the root's down: a child of unknown rows has the rest of its parent's, two share them. */
function coverFromSamples(nodes: readonly ReadNode[]): Float64Array {
  const cover = Float64Array.from(nodes, (node) => node.samples);
  nodes.forEach(({ column, left, right }, node) => {
    if (column < 0) return;
    if (cover[left] === 0) cover[left] = cover[right] === 0 ? cover[node]! / 2 : cover[node]! - cover[right]!;
    cover[right] = cover[node]! - cover[left]!;
  });
  return cover;
}

function coverByLeaves(nodes: readonly ReadNode[]): Float64Array {
  const cover = new Float64Array(nodes.length);
  for (let node = nodes.length - 1; node >= 0; node--) {
    const { column, left, right } = nodes[node]!;
    cover[node] = column < 0 ? 1 : cover[left]! + cover[right]!;
  }
  return cover;
}

/**
 * Rows that reached each node. ml-cart says so where it found a split to try; where it says nothing (a tree that was
 * loaded and written again) or contradicts itself, every leaf counts 1.
 */
function coverOf(nodes: readonly ReadNode[]): Float64Array {
  const cover = coverFromSamples(nodes);
  return cover.every((rows) => rows > 0) ? cover : coverByLeaves(nodes);
}

/** Writes to each inner node of `trees` the mean of its children's numbers, by cover. */
export function averageUpwards(
  trees: Pick<TreeEnsemble, 'feature' | 'left' | 'right' | 'width' | 'values' | 'cover'>,
): void {
  const { feature, left, right, width, values, cover } = trees;
  for (let node = feature.length - 1; node >= 0; node--) {
    if (feature[node]! < 0) continue;
    const [a, b] = [left[node]!, right[node]!];
    const total = cover[a]! + cover[b]!;
    // No row of either: both count alike.
    const share = total > 0 ? cover[a]! / total : 0.5;
    for (let index = 0; index < width; index++)
      values[node * width + index] =
        values[a * width + index]! * share + values[b * width + index]! * (1 - share);
  }
}

/** One tree as arrays. `leaf` gives the numbers of a leaf; an inner node has the mean of its children, by cover. */
export function treeArrays(
  nodes: readonly ReadNode[],
  classes: number,
  leaf: (shares: readonly number[]) => Float32Array,
): TreeEnsemble {
  const values = new Float32Array(nodes.length * classes);
  nodes.forEach(({ column, shares }, node) => {
    if (column < 0) values.set(leaf(shares), node * classes);
  });
  const ints = (pick: (node: ReadNode) => number) => Int32Array.from(nodes, pick);
  const trees = {
    roots: Int32Array.of(0),
    feature: ints((node) => node.column),
    threshold: Float32Array.from(nodes, (node) => (node.column < 0 ? 0 : highestBelow(node.splitValue))),
    // A comparison with NaN is false there: a missing value goes right.
    missingLeft: new Uint8Array(nodes.length),
    left: ints((node) => node.left),
    right: ints((node) => node.right),
    width: classes,
    values,
    cover: Float32Array.from(coverOf(nodes)),
  };
  averageUpwards(trees);
  return trees;
}
