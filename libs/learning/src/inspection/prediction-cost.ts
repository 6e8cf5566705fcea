import type { Matrix } from '../dataset/matrix.js';
import type { FittedModel } from '../model/fitted-model.js';

/** Share of the rows in which a value is missing. */
export function incompleteShare({ rows, columns, values }: Matrix): number {
  let incomplete = 0;
  for (let row = 0; row < rows; row++) {
    for (let at = row * columns; at < (row + 1) * columns; at++) {
      if (!Number.isNaN(values[at]!)) continue;
      incomplete++;
      break;
    }
  }
  return rows > 0 ? incomplete / rows : 0;
}

/** Multiplications that take as long as a visit to a node, which waits for memory. */
const MULTIPLICATIONS_A_VISIT = 4;

/**
 * About how many nodes could be visited in the time that scoring one row takes: trees are walked to a leaf, any other
 * model reads all the numbers it holds. A yardstick to bound work by that, unlike a clock, is the same on every machine.
 * Rows with gaps are imputed first, where the model does; `incomplete` is their share.
 */
export function predictionCost(model: FittedModel, incomplete = 0): number {
  if ('trees' in model) {
    const trees = model.trees.roots.length;
    const nodes = model.trees.feature.length / trees;
    // Fully grown trees are about half again as deep as balanced ones.
    return trees * (1 + 1.5 * Math.log2(Math.max(1, nodes / 2)));
  }
  let numbers = incomplete * (model.imputer?.donors.length ?? 0);
  for (const each of Object.values(model))
    if (each instanceof Object && 'length' in each) numbers += each.length;
  return numbers / MULTIPLICATIONS_A_VISIT;
}

/** 1 for each column that can change what the model says. */
export function columnsRead(model: FittedModel): Uint8Array {
  if (!('trees' in model)) return new Uint8Array(model.features).fill(1);
  const read = new Uint8Array(model.features);
  for (const column of model.trees.feature) if (column >= 0) read[column] = 1;
  return read;
}
