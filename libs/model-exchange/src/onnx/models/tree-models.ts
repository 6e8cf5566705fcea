import type { AdaBoostModel, GradientBoostingModel, TreeModel } from '@weir/learning';
import type { GraphBuilder } from '../graph/graph-builder.js';
import { DATA_TYPE } from '../proto/onnx-messages.js';
import { addProbabilitiesOfLogOdds, addSoftmax } from './links.js';
import { addTreeEnsemble } from './tree-ensemble.js';

/**
 * Votes to probabilities as scikit-learn's SAMME: softmax(d / (K - 1)) with d_k = (K v_k / W - 1) / (K - 1). The
 * constant part of d falls out of a softmax.
 */
function addAdaBoost(graph: GraphBuilder, features: string, model: AdaBoostModel): string {
  const { classes, estimatorWeights, trees } = model;
  const votes = addTreeEnsemble(graph, features, trees, { aggregate: 'SUM', outputs: classes });
  const total = estimatorWeights.reduce((sum, weight) => sum + weight, 0);
  const factor = graph.number('vote_scale', classes / (total * (classes - 1) ** 2));
  return addSoftmax(graph, graph.add('Mul', [graph.cast(votes, DATA_TYPE.double), factor]));
}

function addBoosting(graph: GraphBuilder, features: string, { trees, base }: GradientBoostingModel): string {
  const outputs = base.length;
  const logOdds = addTreeEnsemble(graph, features, trees, { aggregate: 'SUM', outputs, base });
  return addProbabilitiesOfLogOdds(graph, graph.cast(logOdds, DATA_TYPE.double), outputs);
}

/** Adds a model made of trees; returns the name of its class probabilities (`rows` × classes). */
export function addTreeModel(graph: GraphBuilder, features: string, model: TreeModel): string {
  switch (model.algorithm) {
    case 'decision-tree':
    case 'random-forest':
      return addTreeEnsemble(graph, features, model.trees, { aggregate: 'AVERAGE', outputs: model.classes });
    case 'adaboost':
      return addAdaBoost(graph, features, model);
    case 'gradient-boosting':
      return addBoosting(graph, features, model);
  }
}
