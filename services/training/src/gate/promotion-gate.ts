import type { ModelVersion } from '@weir/platform';

/** Whether a new version becomes champion, and why. */
export interface GateDecision {
  readonly promote: boolean;
  readonly reason: string;
}

/** F1 of the positive class on rows whose feature vector the model never saw, and its bootstrap standard error. */
export const GATE_FIGURE = 'distinct.f1';
export const GATE_ERROR = 'distinct.f1StandardError';

/**
 * A champion is replaced only by a version that is better beyond noise on the group-disjoint test:
 * its F1 must exceed the champion's by more than the standard error of their difference.
 * The first version of a name is promoted if it ranks better than a coin.
 */
export function decidePromotion(candidate: ModelVersion, champion: ModelVersion | null): GateDecision {
  const figure = candidate.metrics[GATE_FIGURE];
  if (figure === undefined) return { promote: false, reason: `no figure ${GATE_FIGURE}` };
  if (champion === null) return decideFirst(candidate, figure);
  const before = champion.metrics[GATE_FIGURE];
  if (before === undefined)
    return { promote: true, reason: `F1 ${figure.toFixed(4)}; the champion has no such figure` };
  const noise = Math.hypot(candidate.metrics[GATE_ERROR] ?? 0, champion.metrics[GATE_ERROR] ?? 0);
  const gain = figure - before;
  const sum = `F1 ${figure.toFixed(4)} against version ${champion.version}'s ${before.toFixed(4)}, noise ${noise.toFixed(4)}`;
  return gain > noise
    ? { promote: true, reason: `better: ${sum}` }
    : { promote: false, reason: `not better beyond noise: ${sum}` };
}

/** A coin's ROC-AUC: a first version must rank better than that. */
const COIN = 0.5;

function decideFirst(candidate: ModelVersion, figure: number): GateDecision {
  const ranking = candidate.metrics['distinct.rocAuc'] ?? 0;
  if (ranking > COIN) return { promote: true, reason: `first version, F1 ${figure.toFixed(4)}` };
  return { promote: false, reason: `ROC-AUC ${ranking.toFixed(4)} is no better than a coin` };
}
