import type { TreeEnsemble } from '../tree/tree-ensemble.js';

/** A tree's nodes, inner ones and leaves apart, each breadth first. */
export interface TreeOrder {
  readonly inner: readonly number[];
  readonly leaves: readonly number[];
}

export function orderTree({ feature, left, right }: TreeEnsemble, root: number): TreeOrder {
  const inner: number[] = [];
  const leaves: number[] = [];
  const open = [root];
  for (let at = 0; at < open.length; at++) {
    const node = open[at]!;
    if (feature[node]! < 0) leaves.push(node);
    else {
      inner.push(node);
      open.push(left[node]!, right[node]!);
    }
  }
  return { inner, leaves };
}
