import { createRandom } from '../random/random.js';
import { FIGURE_NAMES, type FigureName } from './figures.js';
import type { RankedPredictions } from './ranked-predictions.js';

export interface BootstrapOptions {
  readonly seed: number;
  /** 1,000 up to 10,000 rows, fewer beyond, and never under 200, where absent. */
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

const MOST_SAMPLES = 1000;
const FEWEST_SAMPLES = 200;
/** Rows drawn in all, while the fewest samples allow: about a quarter of a second. */
const DRAWS = 1e7;

/** The value at a share of the way through sorted values, between neighbours by proportion (NumPy's default). */
export function quantileOfSorted(sorted: Float64Array, share: number): number {
  const position = share * (sorted.length - 1);
  const low = Math.floor(position);
  const high = Math.min(sorted.length - 1, low + 1);
  return sorted[low]! + (position - low) * (sorted[high]! - sorted[low]!);
}

/** `NaN` throughout where no sample has the figure. */
function estimateOf(values: Float64Array, confidence: number): BootstrapEstimate {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  if (sorted.length === 0) return { standardError: Number.NaN, low: Number.NaN, high: Number.NaN };
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    standardError: Math.sqrt(squares / Math.max(1, sorted.length - 1)),
    low: quantileOfSorted(sorted, (1 - confidence) / 2),
    high: quantileOfSorted(sorted, (1 + confidence) / 2),
  };
}

/**
 * Standard error and confidence interval of every figure by resampling rows (Efron 1979); a sample without a figure
 * (no positive row, say) is left out of that figure's. A sample is a count for each row of the sorted predictions.
 */
export function bootstrapFigures(
  ranked: RankedPredictions,
  options: BootstrapOptions,
): Record<FigureName, BootstrapEstimate> {
  const { rows } = ranked;
  const samples =
    options.samples ?? Math.max(FEWEST_SAMPLES, Math.min(MOST_SAMPLES, Math.floor(DRAWS / rows)));
  const random = createRandom(options.seed);
  const counts = new Uint32Array(rows);
  const figures = new Float64Array(FIGURE_NAMES.length);
  const values = FIGURE_NAMES.map(() => new Float64Array(samples));
  for (let sample = 0; sample < samples; sample++) {
    counts.fill(0);
    for (let draw = 0; draw < rows; draw++) counts[random.below(rows)]!++;
    ranked.figures(counts, figures);
    for (let index = 0; index < figures.length; index++) values[index]![sample] = figures[index]!;
  }
  const estimates = FIGURE_NAMES.map((name, index) => [
    name,
    estimateOf(values[index]!, options.confidence ?? 0.95),
  ]);
  return Object.fromEntries(estimates) as Record<FigureName, BootstrapEstimate>;
}
