import type { Matrix } from '../dataset/matrix.js';
import type { FittedModel } from '../model/fitted-model.js';

/** What a column may be set to. */
export interface ColumnCandidates {
  /** Values seen in training, rising; `NaN` (missing) last, where some were missing. */
  readonly values: Float32Array;
  /** False where a value was left out that the model may tell from all of these. */
  readonly isComplete: boolean;
  /** Whether the model cannot tell the two apart in this column. */
  isSame(a: number, b: number): boolean;
}

/** Rows of training data looked at, evenly spread. */
const MOST_ROWS = 50_000;

/** The different values of a column, rising, `NaN` last; of every `stride`-th row. */
function differentValues({ rows, columns, values }: Matrix, column: number, stride: number): Float32Array {
  const found = new Set<number>();
  for (let row = 0; row < rows; row += stride) found.add(values[row * columns + column]!);
  return Float32Array.from(found).sort();
}

/** Thresholds at which the model's trees ask for each column, rising; undefined for a model without trees. */
function thresholdsOf(model: FittedModel): Float32Array[] | undefined {
  if (!('trees' in model)) return undefined;
  const sets = Array.from({ length: model.features }, () => new Set<number>());
  model.trees.feature.forEach((column, node) => {
    if (column >= 0) sets[column]!.add(model.trees.threshold[node]!);
  });
  return sets.map((set) => Float32Array.from(set).sort());
}

/** Number of thresholds below the value: trees treat values between two neighbouring thresholds alike. */
function regionOf(thresholds: Float32Array, value: number): number {
  if (Number.isNaN(value)) return -1;
  let low = 0;
  let high = thresholds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (thresholds[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `most` values, but two numbers or more, evenly spread over rising ones; the ends and `NaN` are among them. */
function thinned(values: Float32Array, most: number): Float32Array {
  if (values.length <= most) return values;
  const missing = Number.isNaN(values.at(-1)!) ? 1 : 0;
  const numbers = values.length - missing;
  const kept = Math.max(2, most - missing);
  const chosen = Float32Array.from(
    { length: kept },
    (_, index) => values[Math.round((index * (numbers - 1)) / (kept - 1))]!,
  );
  return missing === 1 ? Float32Array.of(...chosen, Number.NaN) : chosen;
}

/** Whether the score of a row without gaps is steepest at the ends of every column, whatever the others are. */
function isLinear(model: FittedModel): boolean {
  return model.algorithm === 'logistic-regression' && model.classes === 2;
}

export interface CandidateOptions {
  /** Values of a column at most. */
  readonly most: number;
  /** Whether rows to be changed may have gaps: what is imputed there depends on the other columns. */
  readonly haveGaps: boolean;
}

/**
 * What each column may be set to: values seen in training, of those that the model cannot tell apart one (for trees, one
 * on each side of each threshold; for a two-class linear score of complete rows, the ends), and where more
 * than `most` are left, `most` of them evenly spread.
 */
export function candidateValues(
  training: Matrix,
  model: FittedModel,
  { most, haveGaps }: CandidateOptions,
): ColumnCandidates[] {
  const stride = Math.ceil(training.rows / MOST_ROWS);
  const thresholds = thresholdsOf(model);
  const areEndsEnough = isLinear(model) && !haveGaps;
  return Array.from({ length: training.columns }, (_, column) => {
    const own = thresholds?.[column];
    const isSame = (a: number, b: number) =>
      own ? regionOf(own, a) === regionOf(own, b) : a === b || (Number.isNaN(a) && Number.isNaN(b));
    const different = differentValues(training, column, stride).filter(
      (value, index, all) => index === 0 || !isSame(value, all[index - 1]!),
    );
    const values = thinned(different, areEndsEnough ? 2 : most);
    const isComplete = stride === 1 && (areEndsEnough || values.length === different.length);
    return { values, isComplete, isSame };
  });
}
