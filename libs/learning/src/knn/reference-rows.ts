import type { TrainingView } from '../algorithm/training-view.js';
import { createRandom, shuffle } from '../random/random.js';

/** Most rows a model keeps to compare with. */
export const MAX_REFERENCE_ROWS = 50_000;

/** Most rows × reference rows × columns of one cross-validation: a quarter of a minute of one core. */
const MAX_COMPARISONS = 2e10;

const FEWEST_REFERENCE_ROWS = 2_000;
const STREAM = 0x6b6e6e;

/** The bound for this many rows and columns. It depends on the data only, so folds and the final fit have the same. */
export function maxReferenceRows(rows: number, columns: number): number {
  const affordable = Math.floor(MAX_COMPARISONS / (rows * columns));
  return Math.max(FEWEST_REFERENCE_ROWS, Math.min(MAX_REFERENCE_ROWS, affordable));
}

function rowsByClass({ problem, activeRows }: TrainingView): Int32Array[] {
  return Array.from({ length: problem.classes }, (_, label) =>
    activeRows.filter((row) => problem.labels[row] === label),
  );
}

/**
 * Places of the view's active rows to keep, increasing: all of them, or past {@link maxReferenceRows} a sample in
 * which each class keeps its share, drawn with the problem's seed.
 */
export function chooseReferenceRows(view: TrainingView): Int32Array {
  const { activeRows, problem } = view;
  const limit = maxReferenceRows(problem.matrix.rows, problem.matrix.columns);
  if (activeRows.length <= limit) return activeRows.map((_, place) => place);
  const isChosen = new Uint8Array(problem.labels.length);
  rowsByClass(view).forEach((rows, label) => {
    const quota = Math.max(1, Math.round((limit * rows.length) / activeRows.length));
    for (const row of shuffle(rows, createRandom(problem.seed, STREAM, label)).subarray(0, quota))
      isChosen[row] = 1;
  });
  return activeRows.map((_, place) => place).filter((place) => isChosen[activeRows[place]!] === 1);
}
