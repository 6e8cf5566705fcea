import { NearestRows } from '../knn/nearest-rows.js';

/** How many neighbours a missing value is the mean of. */
export const IMPUTER_NEIGHBOURS = 3;

/** Rows that missing values are taken from: plain numbers, stored with a model. */
export interface KnnImputer {
  readonly kind: 'knn';
  /** Donors × features, unscaled; `NaN` is missing. */
  readonly donors: Float32Array;
  /** One a donor: a weight of 2 counts as two neighbours. */
  readonly weights: Float64Array;
  /** Mean of each column's values in training, for rows that share no column with a donor; 0 without values. */
  readonly means: Float64Array;
}

/** Columns between two looks at whether a donor is too far away already. */
const COLUMNS_A_LOOK = 8;

/** Rounding may not push a donor over the bound that its exact distance keeps. */
const SLACK = 1 + 1e-12;

function columnsByVariance({ donors, means }: KnnImputer): Int32Array {
  const columns = means.length;
  const squares = new Float64Array(columns);
  for (let index = 0; index < donors.length; index++) {
    const column = index % columns;
    const difference = donors[index]! - means[column]!;
    if (!Number.isNaN(difference)) squares[column]! += difference * difference;
  }
  return Int32Array.from(squares.keys()).sort((a, b) => squares[b]! - squares[a]! || a - b);
}

/**
 * Fills missing values with the mean over the three nearest donors that have the column, as scikit-learn's
 * `KNNImputer(n_neighbors=3, weights="uniform")`: squared differences over the columns present in both rows, times
 * columns / columns present (Troyanskaya et al. 2001). Equally near: the earlier donor. Fewer donors: those there are;
 * none that shares a column: the column's mean. Imputed values have 32 bits, as all values here.
 *
 * Memory is kept between rows, so one imputer serves one row at a time.
 */
export class RowImputer {
  private readonly columns: number;
  /** Columns by variance, the largest first: they put most donors too far away soonest. */
  private readonly order: Int32Array;
  /** Donors with their columns in that order. */
  private readonly ordered: Float32Array;
  /** The row's values in that order. */
  private readonly point: Float64Array;
  private readonly missing: Int32Array;
  private readonly nearest: NearestRows[] = [];

  constructor(private readonly imputer: KnnImputer) {
    this.columns = imputer.means.length;
    this.order = columnsByVariance(imputer);
    this.ordered = new Float32Array(imputer.donors.length);
    for (let from = 0; from < this.ordered.length; from += this.columns) {
      for (let index = 0; index < this.columns; index++)
        this.ordered[from + index] = imputer.donors[from + this.order[index]!]!;
    }
    this.point = new Float64Array(this.columns);
    this.missing = new Int32Array(this.columns);
  }

  /** Writes the row that begins at `start` of `values`, completed, to `out` from `at`. */
  impute(values: Float32Array, start: number, out: Float32Array, at: number): void {
    let missingCount = 0;
    for (let column = 0; column < this.columns; column++) {
      const value = values[start + column]!;
      out[at + column] = value;
      if (Number.isNaN(value)) this.missing[missingCount++] = column;
    }
    if (missingCount === 0) return;
    for (let index = 0; index < this.columns; index++) this.point[index] = out[at + this.order[index]!]!;
    this.findDonors(missingCount);
    for (let index = 0; index < missingCount; index++) {
      const column = this.missing[index]!;
      out[at + column] = this.meanOver(this.nearest[index]!, column);
    }
  }

  private clearNearest(count: number): void {
    for (let index = 0; index < count; index++) {
      const found = this.nearest[index];
      if (found) found.clear();
      else this.nearest.push(new NearestRows(IMPUTER_NEIGHBOURS, this.imputer.weights));
    }
  }

  private findDonors(missingCount: number): void {
    const { donors, weights } = this.imputer;
    this.clearNearest(missingCount);
    const present = this.columns - missingCount;
    let worst = Number.POSITIVE_INFINITY;
    for (let donor = 0; donor < weights.length; donor++) {
      // Columns shared are at most those present: no donor with a larger sum is nearer than `worst`.
      const bound = ((worst * present) / this.columns) * SLACK;
      const distance = this.distanceTo(donor, bound);
      if (!(distance < worst)) continue;
      worst = 0;
      for (let index = 0; index < missingCount; index++) {
        const nearest = this.nearest[index]!;
        const isDonor = !Number.isNaN(donors[donor * this.columns + this.missing[index]!]!);
        if (isDonor) nearest.offer(distance, donor);
        if (nearest.worst > worst) worst = nearest.worst;
      }
    }
  }

  /** Scaled squared distance; infinite where no column is shared, or once the sum of squares is above `bound`. */
  private distanceTo(donor: number, bound: number): number {
    const { columns, ordered, point } = this;
    const from = donor * columns;
    let sum = 0;
    let shared = 0;
    for (let index = 0; index < columns; ) {
      const end = Math.min(columns, index + COLUMNS_A_LOOK);
      for (; index < end; index++) {
        const difference = ordered[from + index]! - point[index]!;
        // biome-ignore lint/suspicious/noSelfCompare: the cheapest test for NaN in the innermost loop
        if (difference === difference) {
          sum += difference * difference;
          shared++;
        }
      }
      if (sum > bound) return Number.POSITIVE_INFINITY;
    }
    return shared > 0 ? (sum * columns) / shared : Number.POSITIVE_INFINITY;
  }

  private meanOver(nearest: NearestRows, column: number): number {
    const { donors, weights, means } = this.imputer;
    let sum = 0;
    let total = 0;
    for (let place = 0; place < nearest.size && total < IMPUTER_NEIGHBOURS; place++) {
      const donor = nearest.rows[place]!;
      const weight = Math.min(weights[donor]!, IMPUTER_NEIGHBOURS - total);
      sum += weight * donors[donor * this.columns + column]!;
      total += weight;
    }
    return total > 0 ? sum / total : means[column]!;
  }
}
