/** Counts of a confusion matrix as they are expected of the rows' own probabilities, fractions included. */
export interface ExpectedConfusion {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
}

/** Each from 0 to 1; NaN where nothing is there to divide by. */
export interface ExpectedPerformance {
  readonly accuracy: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/**
 * Confidence-based performance estimation: what performance a model is to expect of itself where no labels are known,
 * from counts that take each row for positive with its calibrated probability (NannyML's CBPE; Guillory et al. 2021).
 * It is worth what the calibration is worth: a model that is sure and wrong estimates itself well.
 */
export function expectedPerformance(confusion: ExpectedConfusion): ExpectedPerformance {
  const { truePositives, falsePositives, falseNegatives, trueNegatives } = confusion;
  return {
    accuracy: (truePositives + trueNegatives) / rowsOf(confusion),
    precision: truePositives / (truePositives + falsePositives),
    recall: truePositives / (truePositives + falseNegatives),
    f1: expectedF1(confusion),
  };
}

export function expectedF1({ truePositives, falsePositives, falseNegatives }: ExpectedConfusion): number {
  return (2 * truePositives) / (2 * truePositives + falsePositives + falseNegatives);
}

/** Share of the rows that are flagged; known, not estimated. */
export function flaggedShare(confusion: ExpectedConfusion): number {
  return (confusion.truePositives + confusion.falsePositives) / rowsOf(confusion);
}

export function rowsOf(confusion: ExpectedConfusion): number {
  const { truePositives, falsePositives, falseNegatives, trueNegatives } = confusion;
  return truePositives + falsePositives + falseNegatives + trueNegatives;
}
