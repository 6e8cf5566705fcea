import type { TreeEnsemble } from '@weir/learning';

export interface RandomTreesOptions {
  readonly trees: number;
  readonly depth: number;
  readonly features: number;
  readonly width: number;
  /** What a leaf holds, `width` numbers. */
  readonly leaf: (uniform: () => number, tree: number) => readonly number[];
  /** Whether some nodes send missing values left. */
  readonly missing?: boolean;
}

/** Class shares that sum to 1. */
export function shares(uniform: () => number, classes: number): number[] {
  const parts = Array.from({ length: classes }, () => uniform() ** 3);
  const sum = parts.reduce((total, part) => total + part, 0);
  return parts.map((part) => part / sum);
}

/** Trees as a learner might leave them, with thresholds that `randomMatrix`'s values often equal. */
export function randomTrees(uniform: () => number, options: RandomTreesOptions): TreeEnsemble {
  const { trees, depth, features, width, leaf, missing = true } = options;
  const nodes = { feature: [], threshold: [], missingLeft: [], left: [], right: [] } as Record<
    string,
    number[]
  >;
  const values: number[] = [];
  const roots: number[] = [];
  const grow = (tree: number, level: number): number => {
    const node = nodes.feature!.length;
    const splits = level < depth && (level < 2 || uniform() < 0.8);
    nodes.feature!.push(splits ? Math.floor(uniform() * features) : -1);
    nodes.threshold!.push(splits ? Math.floor(uniform() * 21 - 10) / 4 : 0);
    nodes.missingLeft!.push(splits && missing && uniform() < 0.5 ? 1 : 0);
    nodes.left!.push(0);
    nodes.right!.push(0);
    values.push(...(splits ? new Array<number>(width).fill(1 / width) : leaf(uniform, tree)));
    if (splits) {
      nodes.left![node] = grow(tree, level + 1);
      nodes.right![node] = grow(tree, level + 1);
    }
    return node;
  };
  for (let tree = 0; tree < trees; tree++) roots.push(grow(tree, 0));
  return {
    roots: Int32Array.from(roots),
    feature: Int32Array.from(nodes.feature!),
    threshold: Float32Array.from(nodes.threshold!),
    missingLeft: Uint8Array.from(nodes.missingLeft!),
    left: Int32Array.from(nodes.left!),
    right: Int32Array.from(nodes.right!),
    width,
    values: Float32Array.from(values),
    cover: new Float32Array(nodes.feature!.length).fill(1),
  };
}
