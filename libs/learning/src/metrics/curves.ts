import { type RankingStep, rankingSteps } from './ranking.js';

/** Two shares, each from 0 to 1. */
export type CurvePoint = readonly [number, number];

/** How a ranking trades errors, at thresholds that it really has. */
export interface RankingCurves {
  /** False positive rate and true positive rate, from `[0, 0]` to `[1, 1]`. */
  readonly roc: readonly CurvePoint[];
  /** Recall and precision, from the highest threshold to the lowest. */
  readonly precisionRecall: readonly CurvePoint[];
}

/** Points of each curve at most. */
export const MOST_CURVE_POINTS = 101;

/** Enough for any screen, in half of the bytes. */
const DIGITS = 1e5;
const rounded = (share: number) => Math.round(share * DIGITS) / DIGITS;

/** ROC and precision-recall curve of one class's scores; empty where one of the two sides is. */
export function rankingCurves(
  labels: Int32Array,
  scores: ArrayLike<number>,
  positive: number,
): RankingCurves {
  const steps = rankingSteps(labels, scores, positive);
  const { truePositives: positives, falsePositives: negatives } = steps.at(-1) ?? NOTHING;
  if (positives === 0 || negatives === 0) return { roc: [], precisionRecall: [] };
  const roc = [NOTHING, ...steps].map(
    (step): CurvePoint => [step.falsePositives / negatives, step.truePositives / positives],
  );
  const precisionRecall = steps
    .filter(({ truePositives }) => truePositives > 0)
    .map(
      ({ truePositives, falsePositives }): CurvePoint => [
        truePositives / positives,
        truePositives / (truePositives + falsePositives),
      ],
    );
  return {
    roc: thinned(roc, ([falseRate, trueRate]) => (falseRate + trueRate) / 2),
    precisionRecall: thinned(precisionRecall, ([recall]) => recall),
  };
}

const NOTHING: RankingStep = { truePositives: 0, falsePositives: 0 };

/** The first point of each hundredth of what never falls from 0 to 1; 1 itself, the end, is one. */
function thinned(points: readonly CurvePoint[], along: (point: CurvePoint) => number): CurvePoint[] {
  const kept: CurvePoint[] = [];
  let last = -1;
  for (const point of points) {
    const part = Math.floor(along(point) * (MOST_CURVE_POINTS - 1));
    if (part !== last) kept.push([rounded(point[0]), rounded(point[1])]);
    last = part;
  }
  return kept;
}
