import type { TreeEnsemble } from '../tree/tree-ensemble.js';

/** The distinct questions that an ensemble's nodes ask. Those that send missing values left come first. */
export interface ThresholdTests {
  readonly column: Int32Array;
  readonly threshold: Float32Array;
  /** How many of the tests send missing values left. */
  readonly missingLeft: number;
  /** The test each node asks; -1 at a leaf. */
  readonly ofNode: Int32Array;
}

/** Numbers each (side of missing values, column, threshold's bits) in one double: 1 + 20 + 32 bits. */
function testKeys({ feature, threshold, missingLeft }: TreeEnsemble): Float64Array {
  const bits = new Uint32Array(threshold.buffer, threshold.byteOffset, threshold.length);
  const keys = new Float64Array(feature.length);
  for (let node = 0; node < keys.length; node++) {
    const side = missingLeft[node] === 1 ? 0 : 1 << 20;
    keys[node] = (side + feature[node]!) * 2 ** 32 + bits[node]!;
  }
  return keys;
}

/** Collects the tests; equal ones are asked of a row once, however many nodes ask them. Columns are below 2²⁰. */
export function collectTests(trees: TreeEnsemble): ThresholdTests {
  const { feature, threshold, missingLeft } = trees;
  const keys = testKeys(trees);
  const nodeOf = new Map<number, number>();
  for (let node = 0; node < keys.length; node++) {
    if (feature[node]! >= 0 && !nodeOf.has(keys[node]!)) nodeOf.set(keys[node]!, node);
  }
  // Sorted, so that one column's tests stand together, and those of missing values to the left first.
  const sorted = Float64Array.from(nodeOf.keys()).sort();
  const nodes = Int32Array.from(sorted, (key) => nodeOf.get(key)!);
  sorted.forEach((key, test) => {
    nodeOf.set(key, test);
  });
  return {
    column: nodes.map((node) => feature[node]!),
    threshold: Float32Array.from(nodes, (node) => threshold[node]!),
    missingLeft: nodes.reduce((count, node) => count + missingLeft[node]!, 0),
    ofNode: feature.map((column, node) => (column < 0 ? -1 : nodeOf.get(keys[node]!)!)),
  };
}
