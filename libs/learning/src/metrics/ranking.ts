/** Numbers of true and false positives each time the threshold passes a score; equal scores pass together. */
export interface RankingStep {
  readonly truePositives: number;
  readonly falsePositives: number;
}

/** Row numbers from the highest score to the lowest. */
export function descendingOrder(scores: ArrayLike<number>): Int32Array {
  return Int32Array.from({ length: scores.length }, (_, row) => row).sort((a, b) => scores[b]! - scores[a]!);
}

/** The steps from "nothing is positive" to "everything is", the first step excluded. */
export function rankingSteps(labels: Int32Array, scores: ArrayLike<number>, positive: number): RankingStep[] {
  const order = descendingOrder(scores);
  const steps: RankingStep[] = [];
  let truePositives = 0;
  let falsePositives = 0;
  for (let index = 0; index < order.length; index++) {
    if (labels[order[index]!] === positive) truePositives++;
    else falsePositives++;
    const isLastOfTie = index + 1 === order.length || scores[order[index + 1]!] !== scores[order[index]!];
    if (isLastOfTie) steps.push({ truePositives, falsePositives });
  }
  return steps;
}

/** Area under the ROC curve, ties counted half. `NaN` where one of the two sides is empty. */
export function rocAuc(labels: Int32Array, scores: ArrayLike<number>, positive: number): number {
  let area = 0;
  let last: RankingStep = { truePositives: 0, falsePositives: 0 };
  for (const step of rankingSteps(labels, scores, positive)) {
    area += ((step.falsePositives - last.falsePositives) * (step.truePositives + last.truePositives)) / 2;
    last = step;
  }
  return area / (last.truePositives * last.falsePositives);
}

/** Area under the precision-recall curve as average precision (a step function, scikit-learn's). `NaN` without positives. */
export function prAuc(labels: Int32Array, scores: ArrayLike<number>, positive: number): number {
  const steps = rankingSteps(labels, scores, positive);
  const positives = steps.at(-1)?.truePositives ?? 0;
  let area = 0;
  let last = 0;
  for (const { truePositives, falsePositives } of steps) {
    area += ((truePositives - last) * truePositives) / (truePositives + falsePositives);
    last = truePositives;
  }
  return area / positives;
}

/**
 * The largest share of the positive rows that a threshold finds while it passes at most `rate` of the others: exact over
 * the steps of the ROC curve, equal scores together, without interpolation (the greatest `tpr` where
 * scikit-learn's `roc_curve` has `fpr <= rate`). `NaN` where one of the two sides is empty.
 */
export function recallAtFalsePositiveRate(
  labels: Int32Array,
  scores: ArrayLike<number>,
  positive: number,
  rate: number,
): number {
  const steps = rankingSteps(labels, scores, positive);
  const all = steps.at(-1) ?? { truePositives: 0, falsePositives: 0 };
  let found = 0;
  for (const step of steps) {
    if (step.falsePositives / all.falsePositives > rate) break;
    found = step.truePositives;
  }
  return all.falsePositives > 0 ? found / all.truePositives : Number.NaN;
}
