import type { LogisticRegressionModel } from '@weir/learning';
import type { GraphBuilder } from '../graph/graph-builder.js';
import { doubleTensor } from '../graph/tensors.js';
import { DATA_TYPE } from '../proto/onnx-messages.js';
import { addProbabilitiesOfLogOdds } from './links.js';

/**
 * Missing values to the column's mean, then all to the model's scale. The mean of the values is the scale's own but
 * where values were imputed in training.
 */
function addPreprocessing(graph: GraphBuilder, features: string, model: LogisticRegressionModel): string {
  const columns = model.features;
  const means = graph.constant('means', doubleTensor([columns], model.means));
  const scales = graph.constant('scales', doubleTensor([columns], model.scales));
  const fill = model.imputer
    ? graph.constant('imputed_means', doubleTensor([columns], model.imputer.means))
    : means;
  const values = graph.cast(features, DATA_TYPE.double);
  const filled = graph.add('Where', [graph.add('IsNaN', [values]), fill, values]);
  return graph.add('Div', [graph.add('Sub', [filled, means]), scales]);
}

/** Coefficients as a matrix product wants them: `features` × `outputs`. */
function transposed({ coefficients, features, intercepts }: LogisticRegressionModel): Float64Array {
  const outputs = intercepts.length;
  return coefficients.map(
    (_, index) => coefficients[(index % outputs) * features + Math.floor(index / outputs)]!,
  );
}

/** Adds a logistic regression, 64-bit throughout; returns the name of its class probabilities. */
export function addLinearModel(
  graph: GraphBuilder,
  features: string,
  model: LogisticRegressionModel,
): string {
  const outputs = model.intercepts.length;
  const scaled = addPreprocessing(graph, features, model);
  const weights = graph.constant('coefficients', doubleTensor([model.features, outputs], transposed(model)));
  const intercepts = graph.constant('intercepts', doubleTensor([outputs], model.intercepts));
  const logOdds = graph.add('Add', [graph.add('MatMul', [scaled, weights]), intercepts]);
  return addProbabilitiesOfLogOdds(graph, logOdds, outputs);
}
