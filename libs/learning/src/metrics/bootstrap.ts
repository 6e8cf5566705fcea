import { createRandom } from '../random/random.js';
import { f1 } from './confusion.js';

export interface BootstrapOptions {
  readonly seed: number;
  /** 1,000 where absent. */
  readonly samples?: number;
  /** 0.95 where absent. */
  readonly confidence?: number;
}

export interface BootstrapEstimate {
  readonly standardError: number;
  /** Percentile interval. */
  readonly low: number;
  readonly high: number;
}

/** The value at a share of the way through sorted values, between neighbours by proportion (NumPy's default). */
export function quantileOfSorted(sorted: Float64Array, share: number): number {
  const position = share * (sorted.length - 1);
  const low = Math.floor(position);
  const high = Math.min(sorted.length - 1, low + 1);
  return sorted[low]! + (position - low) * (sorted[high]! - sorted[low]!);
}

/**
 * Standard error and confidence interval of the F1 of class `positive` by resampling rows (Efron 1979).
 * F1 depends on three counts only, so a sample is drawn from the outcomes' shares, not from the rows.
 */
export function bootstrapF1(
  labels: Int32Array,
  predicted: Int32Array,
  positive: number,
  { seed, samples = 1000, confidence = 0.95 }: BootstrapOptions,
): BootstrapEstimate {
  const random = createRandom(seed);
  const outcomes = Uint8Array.from(
    labels,
    (label, row) => (label === positive ? 2 : 0) + (predicted[row] === positive ? 1 : 0),
  );
  const values = new Float64Array(samples);
  for (let sample = 0; sample < samples; sample++) {
    const counts = [0, 0, 0, 0];
    for (let draw = 0; draw < outcomes.length; draw++) counts[outcomes[random.below(outcomes.length)]!]!++;
    const [trueNegatives, falsePositives, falseNegatives, truePositives] = counts as [
      number,
      number,
      number,
      number,
    ];
    values[sample] = f1({ trueNegatives, falsePositives, falseNegatives, truePositives });
  }
  values.sort();
  const mean = values.reduce((sum, value) => sum + value, 0) / samples;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    standardError: Math.sqrt(squares / (samples - 1)),
    low: quantileOfSorted(values, (1 - confidence) / 2),
    high: quantileOfSorted(values, (1 + confidence) / 2),
  };
}
