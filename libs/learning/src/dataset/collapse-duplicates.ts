import { distinctRows } from './distinct-rows.js';
import { selectRows } from './matrix.js';
import type { TrainingData } from './training-data.js';

/** Training data in which rows with the same features and label stand once, with their weights added. */
export interface CollapsedData {
  readonly data: TrainingData & { readonly weights: Float64Array };
  /** For each original row, the row it became. */
  readonly collapsedOf: Int32Array;
}

/** Collapses duplicates: a learner that honours weights gives the same model from fewer rows. Groups are dropped. */
export function collapseDuplicates(data: TrainingData): CollapsedData {
  const { ids, count, first } = distinctRows(data.matrix, data.labels);
  const weights = new Float64Array(count);
  for (let row = 0; row < ids.length; row++) weights[ids[row]!]! += data.weights?.[row] ?? 1;
  // Where no row stands twice, nothing is copied: large data rarely have duplicates.
  const isCollapsed = count < ids.length;
  return {
    data: {
      matrix: isCollapsed ? selectRows(data.matrix, first) : data.matrix,
      labels: isCollapsed ? first.map((row) => data.labels[row]!) : data.labels,
      classes: data.classes,
      weights,
    },
    collapsedOf: ids,
  };
}
