import { intAttribute } from '../graph/attributes.js';
import type { GraphBuilder } from '../graph/graph-builder.js';

/** Softmax over the columns of `scores`. */
export function addSoftmax(graph: GraphBuilder, scores: string): string {
  return graph.add('Softmax', [scores], { attributes: [intAttribute('axis', 1)] });
}

/** Class probabilities from log-odds: one output is class 1 against class 0, k are one a class. */
export function addProbabilitiesOfLogOdds(graph: GraphBuilder, logOdds: string, outputs: number): string {
  if (outputs > 1) return addSoftmax(graph, logOdds);
  // σ(-x) and not 1 - σ(x): it keeps its digits where x is large.
  const negative = graph.add('Neg', [logOdds]);
  const both = graph.add('Concat', [negative, logOdds], { attributes: [intAttribute('axis', 1)] });
  return graph.add('Sigmoid', [both]);
}
