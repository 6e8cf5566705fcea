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

/** Between two looks at whether a donor is too far away already. */
const COLUMNS_A_LOOK = 8;

/** Rounding may not push a donor over the bound that its exact distance keeps. */
const SLACK = 1 + 1e-12;

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
  private readonly donorCount: number;
  private readonly present: Int32Array;
  private readonly missing: Int32Array;
  private readonly nearest: NearestRows[] = [];

  constructor(private readonly imputer: KnnImputer) {
    this.columns = imputer.means.length;
    this.donorCount = imputer.weights.length;
    this.present = new Int32Array(this.columns);
    this.missing = new Int32Array(this.columns);
  }

  /** Writes the row that begins at `start` of `values`, completed, to `out` from `at`. */
  impute(values: Float32Array, start: number, out: Float32Array, at: number): void {
    let presentCount = 0;
    let missingCount = 0;
    for (let column = 0; column < this.columns; column++) {
      const value = values[start + column]!;
      out[at + column] = value;
      if (Number.isNaN(value)) this.missing[missingCount++] = column;
      else this.present[presentCount++] = column;
    }
    if (missingCount === 0) return;
    this.findDonors(values, start, presentCount, missingCount);
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

  private findDonors(values: Float32Array, start: number, presentCount: number, missingCount: number): void {
    const { donors } = this.imputer;
    this.clearNearest(missingCount);
    let worst = Number.POSITIVE_INFINITY;
    for (let donor = 0; donor < this.donorCount; donor++) {
      const distance = this.distanceTo(donor, values, start, presentCount, worst);
      if (!(distance < worst)) continue;
      worst = 0;
      for (let index = 0; index < missingCount; index++) {
        const nearest = this.nearest[index]!;
        if (!Number.isNaN(donors[donor * this.columns + this.missing[index]!]!))
          nearest.offer(distance, donor);
        if (nearest.worst > worst) worst = nearest.worst;
      }
    }
  }

  /** Scaled squared distance; infinite where no column is shared, or once it is known to be above `worst`. */
  private distanceTo(
    donor: number,
    values: Float32Array,
    start: number,
    presentCount: number,
    worst: number,
  ): number {
    const { columns, present } = this;
    const { donors } = this.imputer;
    const from = donor * columns;
    const bound = ((worst * presentCount) / columns) * SLACK;
    let sum = 0;
    let shared = 0;
    for (let index = 0; index < presentCount; ) {
      const end = Math.min(presentCount, index + COLUMNS_A_LOOK);
      for (; index < end; index++) {
        const column = present[index]!;
        const difference = donors[from + column]! - values[start + column]!;
        // biome-ignore lint/suspicious/noSelfCompare: the cheapest test for NaN in the innermost loop
        if (difference !== difference) continue;
        sum += difference * difference;
        shared++;
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
