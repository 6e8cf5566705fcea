/** Figures of how well a class is found, in the order in which {@link RankedPredictions} writes them. */
export const FIGURE_NAMES = [
  'precision',
  'recall',
  'f1',
  'accuracy',
  'rocAuc',
  'prAuc',
  'recallAtFpr1In100',
  'recallAtFpr1In1000',
  'logLoss',
  'brier',
] as const;

export type FigureName = (typeof FIGURE_NAMES)[number];

/** False positive rates of `recallAtFpr1In100` and `recallAtFpr1In1000`. */
export const RECALL_RATES = [0.01, 0.001] as const;

/** What a model says of rows whose class is known, one entry a row. */
export interface Predictions {
  readonly labels: Int32Array;
  /** The class predicted. */
  readonly predicted: Int32Array;
  /** What rows are ranked by: the raw probability of the positive class. */
  readonly scores: ArrayLike<number>;
  /** The calibrated one. */
  readonly probabilities: ArrayLike<number>;
  readonly positive: number;
}
