import type { TreeEnsemble } from '@weir/learning';

/** Ensembles as one, in order. */
export function joinTrees(trees: readonly TreeEnsemble[]): TreeEnsemble {
  const offsets: number[] = [];
  let nodes = 0;
  for (const tree of trees) {
    offsets.push(nodes);
    nodes += tree.feature.length;
  }
  const width = trees[0]!.width;
  const joined: TreeEnsemble = {
    roots: Int32Array.from(
      trees.flatMap((tree, index) => Array.from(tree.roots, (root) => root + offsets[index]!)),
    ),
    feature: new Int32Array(nodes),
    threshold: new Float32Array(nodes),
    missingLeft: new Uint8Array(nodes),
    left: new Int32Array(nodes),
    right: new Int32Array(nodes),
    width,
    values: new Float32Array(nodes * width),
    cover: new Float32Array(nodes),
  };
  trees.forEach((tree, index) => {
    const offset = offsets[index]!;
    const moved = (children: Int32Array) => children.map((child) => (child === 0 ? 0 : child + offset));
    joined.feature.set(tree.feature, offset);
    joined.threshold.set(tree.threshold, offset);
    joined.missingLeft.set(tree.missingLeft, offset);
    joined.left.set(moved(tree.left), offset);
    joined.right.set(moved(tree.right), offset);
    joined.values.set(tree.values, offset * width);
    joined.cover.set(tree.cover, offset);
  });
  return joined;
}
