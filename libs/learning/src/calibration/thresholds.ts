import { LearningError } from '../errors.js';

/** A calibrated probability at or above `malicious` is malicious; else at or above `suspicious`, suspicious. */
export interface Thresholds {
  readonly malicious: number;
  readonly suspicious: number;
}

/** Share of harmless rows that may be called malicious, and (malicious or) suspicious. */
export interface FalsePositiveRates {
  readonly malicious: number;
  readonly suspicious: number;
}

export const DEFAULT_FALSE_POSITIVE_RATES: FalsePositiveRates = { malicious: 0.01, suspicious: 0.05 };

/** Above every probability: nothing passes. */
const UNREACHABLE = 1.0000001192092896;
/** From here on a row is more likely phishing than not. */
const EVEN = 0.5;

/**
 * The lowest observed probability that keeps the false positive rate at or under `rate`.
 * Where even the highest is shared by too many harmless rows, a number above 1: no row passes.
 */
export function thresholdAt(
  labels: Int32Array,
  probabilities: Float32Array,
  positive: number,
  rate: number,
): number {
  const negatives = probabilities
    .filter((_, row) => labels[row] !== positive)
    .sort()
    .reverse();
  if (negatives.length === 0)
    throw new LearningError('LEARN_ONE_CLASS', 'no negative rows to set a threshold by');
  const allowed = Math.floor(rate * negatives.length);
  const excluded = negatives[allowed];
  if (excluded === undefined) return 0;
  let threshold = UNREACHABLE;
  for (const probability of probabilities) {
    if (probability > excluded && probability < threshold) threshold = probability;
  }
  return threshold;
}

/**
 * Both thresholds, from out-of-fold calibrated probabilities. A coarse model, such as a single tree, may have no
 * probability that keeps a rate: then nothing is malicious, and what is more likely phishing than not is suspicious, at
 * whatever rate that is, so that no model calls everything safe. Throws `LEARN_PARAMETER_INVALID`, `LEARN_ONE_CLASS`. */
export function chooseThresholds(
  labels: Int32Array,
  probabilities: Float32Array,
  positive: number,
  rates: FalsePositiveRates = DEFAULT_FALSE_POSITIVE_RATES,
): Thresholds {
  if (!(rates.malicious >= 0 && rates.malicious <= rates.suspicious && rates.suspicious <= 1)) {
    throw new LearningError(
      'LEARN_PARAMETER_INVALID',
      'false positive rates: 0 ≤ malicious ≤ suspicious ≤ 1',
    );
  }
  const suspicious = thresholdAt(labels, probabilities, positive, rates.suspicious);
  return {
    malicious: thresholdAt(labels, probabilities, positive, rates.malicious),
    suspicious: suspicious > 1 ? EVEN : suspicious,
  };
}
