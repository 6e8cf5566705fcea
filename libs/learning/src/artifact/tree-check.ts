import { LearningError } from '../errors.js';
import type { TreeEnsemble } from '../tree/tree-ensemble.js';

const PROBABILITY_TOLERANCE = 1e-4;
/** Sums of float32 numbers, and of what a histogram's subtraction leaves. */
const COVER_TOLERANCE = 1e-3;

function fault(detail: string): LearningError {
  return new LearningError('LEARN_ARTIFACT_TREE', detail);
}

function assertRoots(roots: Int32Array, nodes: number): void {
  if (roots.length === 0 || roots[0] !== 0) throw fault('the first root is not node 0');
  for (let tree = 1; tree < roots.length; tree++) {
    if (roots[tree]! <= roots[tree - 1]! || roots[tree]! >= nodes) throw fault(`root of tree ${tree}`);
  }
}

/** Proves that each node of a tree or forest holds class shares. Throws `LEARN_ARTIFACT_TREE`. */
export function assertShares({ values, width }: TreeEnsemble): void {
  for (let from = 0; from < values.length; from += width) {
    let sum = 0;
    for (let index = from; index < from + width; index++) {
      if (values[index]! < 0) throw fault(`node ${from / width} has a negative share`);
      sum += values[index]!;
    }
    if (Math.abs(sum - 1) > PROBABILITY_TOLERANCE)
      throw fault(`the shares of node ${from / width} sum to ${sum}`);
  }
}

/**
 * Proves that the arrays are trees: each node but a root is the child of exactly one node before it in the same
 * tree, so that every walk ends in a leaf; columns exist. Throws `LEARN_ARTIFACT_TREE`.
 */
export function assertTrees(trees: Omit<TreeEnsemble, 'width' | 'values' | 'cover'>, features: number): void {
  const { roots, feature, left, right, missingLeft } = trees;
  const nodes = feature.length;
  assertRoots(roots, nodes);
  const isChild = new Uint8Array(nodes);
  for (let tree = 0; tree < roots.length; tree++) {
    const end = roots[tree + 1] ?? nodes;
    isChild[roots[tree]!] = 1;
    for (let node = roots[tree]!; node < end; node++) {
      const column = feature[node]!;
      if (column < -1 || column >= features) throw fault(`node ${node} asks for column ${column}`);
      if (missingLeft[node]! > 1)
        throw fault(`node ${node} sends missing values to side ${missingLeft[node]}`);
      if (column < 0 && (left[node] !== 0 || right[node] !== 0)) throw fault(`leaf ${node} has children`);
      if (column < 0) continue;
      for (const child of [left[node]!, right[node]!]) {
        if (child <= node || child >= end || isChild[child]) throw fault(`child ${child} of node ${node}`);
        isChild[child] = 1;
      }
    }
  }
  if (isChild.includes(0)) throw fault(`node ${isChild.indexOf(0)} is in no tree`);
}

/**
 * Proves that cover is what trees have: finite, not below 0 (a boosted node whose rows are all sure has none left), a
 * parent's about the sum of its children's. Throws `LEARN_ARTIFACT_TREE`.
 */
export function assertCover({ feature, left, right, cover }: TreeEnsemble): void {
  for (let node = 0; node < feature.length; node++) {
    const own = cover[node]!;
    if (!(own >= 0 && own < Number.POSITIVE_INFINITY)) throw fault(`the cover of node ${node} is ${own}`);
    if (feature[node]! < 0) continue;
    const children = cover[left[node]!]! + cover[right[node]!]!;
    if (Math.abs(own - children) > COVER_TOLERANCE * (1 + own))
      throw fault(`node ${node} has a cover of ${own}, its children ${children}`);
  }
}
