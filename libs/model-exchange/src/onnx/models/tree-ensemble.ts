import type { TreeEnsemble } from '@weir/learning';
import {
  intAttribute,
  intsAttribute,
  stringAttribute,
  stringsAttribute,
  tensorAttribute,
} from '../graph/attributes.js';
import type { GraphBuilder } from '../graph/graph-builder.js';
import { doubleTensor } from '../graph/tensors.js';
import { DATA_TYPE, type OnnxAttribute } from '../proto/onnx-messages.js';

/** How what the trees say becomes one number an output. */
export interface Aggregation {
  readonly aggregate: 'SUM' | 'AVERAGE';
  readonly outputs: number;
  /** Added to each output. */
  readonly base?: Float64Array;
}

/** Operator set of the tree operators, in the version that takes 64-bit thresholds and weights. */
export const ML_OPSET = { domain: 'ai.onnx.ml', version: 3 } as const;

/** The tree that each node belongs to. */
function treeOfNodes({ roots, feature }: TreeEnsemble): number[] {
  const treeOf: number[] = [];
  let tree = -1;
  for (let node = 0; node < feature.length; node++) {
    if (node === roots[tree + 1]) tree++;
    treeOf.push(tree);
  }
  return treeOf;
}

function nodeAttributes(trees: TreeEnsemble, treeOf: readonly number[]): OnnxAttribute[] {
  const { roots, feature, threshold, missingLeft, left, right } = trees;
  const nodes = Array.from(feature.keys());
  const isLeaf = (node: number) => feature[node]! < 0;
  // ONNX numbers the nodes of each tree from 0.
  const child = (children: Int32Array) =>
    nodes.map((node) => (isLeaf(node) ? 0 : children[node]! - roots[treeOf[node]!]!));
  return [
    intsAttribute('nodes_treeids', treeOf),
    intsAttribute(
      'nodes_nodeids',
      nodes.map((node) => node - roots[treeOf[node]!]!),
    ),
    intsAttribute(
      'nodes_featureids',
      nodes.map((node) => Math.max(0, feature[node]!)),
    ),
    stringsAttribute(
      'nodes_modes',
      nodes.map((node) => (isLeaf(node) ? 'LEAF' : 'BRANCH_LEQ')),
    ),
    tensorAttribute('nodes_values_as_tensor', doubleTensor([nodes.length], threshold)),
    intsAttribute('nodes_truenodeids', child(left)),
    intsAttribute('nodes_falsenodeids', child(right)),
    intsAttribute('nodes_missing_value_tracks_true', Array.from(missingLeft)),
  ];
}

function leafAttributes(trees: TreeEnsemble, treeOf: readonly number[], outputs: number): OnnxAttribute[] {
  const { roots, feature, width, values } = trees;
  const treeIds: number[] = [];
  const nodeIds: number[] = [];
  const targets: number[] = [];
  const weights: number[] = [];
  for (let node = 0; node < feature.length; node++) {
    if (feature[node]! >= 0) continue;
    const tree = treeOf[node]!;
    for (let index = 0; index < width; index++) {
      treeIds.push(tree);
      nodeIds.push(node - roots[tree]!);
      targets.push(width === outputs ? index : tree % outputs);
      weights.push(values[node * width + index]!);
    }
  }
  return [
    intsAttribute('target_treeids', treeIds),
    intsAttribute('target_nodeids', nodeIds),
    intsAttribute('target_ids', targets),
    tensorAttribute('target_weights_as_tensor', doubleTensor([weights.length], weights)),
  ];
}

/**
 * Adds the trees as one TreeEnsembleRegressor over `features` (float, `rows` × features) and returns its result
 * (float, `rows` × outputs). Thresholds, leaves and sums are 64-bit, so that sums round as ours do; a missing value
 * goes where the node sends it.
 */
export function addTreeEnsemble(
  graph: GraphBuilder,
  features: string,
  trees: TreeEnsemble,
  { aggregate, outputs, base }: Aggregation,
): string {
  const treeOf = treeOfNodes(trees);
  const attributes = [
    intAttribute('n_targets', outputs),
    stringAttribute('aggregate_function', aggregate),
    stringAttribute('post_transform', 'NONE'),
    ...(base ? [tensorAttribute('base_values_as_tensor', doubleTensor([base.length], base))] : []),
    ...nodeAttributes(trees, treeOf),
    ...leafAttributes(trees, treeOf, outputs),
  ];
  const doubles = graph.cast(features, DATA_TYPE.double);
  return graph.add('TreeEnsembleRegressor', [doubles], { attributes, domain: ML_OPSET.domain });
}
