import type { TrainingView } from '../algorithm/training-view.js';
import { createRandom, shuffle } from '../random/random.js';

/** Most donors an imputer keeps: a row is then imputed in some tenths of a millisecond at most. */
export const MAX_DONORS = 10_000;

/** Most values it keeps (1 MB): wide data has fewer donors. */
const MAX_DONOR_VALUES = 250_000;

/** Most donors × rows when training: a million incomplete rows then take half a minute, not hours. */
const MAX_DONOR_PAIRS = 2e8;

const FEWEST_DONORS = 200;
const STREAM = 0x646f6e72;

/** The bound for this many rows and columns. It depends on the data only, so every fold has the same. */
export function maxDonors(rows: number, columns: number): number {
  const affordable = Math.min(MAX_DONOR_VALUES / columns, MAX_DONOR_PAIRS / rows);
  return Math.max(FEWEST_DONORS, Math.min(MAX_DONORS, Math.floor(affordable)));
}

/** The view's training rows, increasing; past {@link maxDonors} a sample of them drawn with the problem's seed. */
export function chooseDonors({ problem, activeRows }: TrainingView): Int32Array {
  const limit = maxDonors(problem.matrix.rows, problem.matrix.columns);
  if (activeRows.length <= limit) return activeRows;
  return shuffle(activeRows.slice(), createRandom(problem.seed, STREAM)).slice(0, limit).sort();
}
