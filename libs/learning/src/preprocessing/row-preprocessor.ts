import { RowImputer } from './knn-imputer.js';
import type { Preprocessing } from './preprocessing.js';

/** Beyond this a scaled value stays there, so that distances stay finite. */
const LARGEST = 3.4028234663852886e38;

/**
 * Takes rows one at a time through a model's preprocessing, as its training rows went. Memory is kept between rows:
 * what it returns is good until the next row.
 */
export class RowPreprocessor {
  /** Made when the first row needs it. */
  private imputer: RowImputer | undefined;
  private readonly row: Float32Array;
  private readonly columns: number;

  constructor(private readonly preprocessing: Preprocessing) {
    this.columns = preprocessing.means.length;
    this.row = new Float32Array(this.columns);
  }

  /** The row that begins at `start`, imputed; `NaN` is left where the column's mean is to be taken. */
  imputed(values: Float32Array, start: number): Float32Array {
    const { row, columns } = this;
    let isComplete = true;
    for (let column = 0; column < columns; column++) {
      const value = values[start + column]!;
      row[column] = value;
      // biome-ignore lint/suspicious/noSelfCompare: the cheapest test for NaN in a loop over every value
      if (value !== value) isComplete = false;
    }
    if (!isComplete) this.impute(values, start);
    return row;
  }

  private impute(values: Float32Array, start: number): void {
    const { imputer } = this.preprocessing;
    if (!imputer) return;
    this.imputer ??= new RowImputer(imputer);
    this.imputer.impute(values, start, this.row, 0);
  }

  /** Writes the row that begins at `start`, imputed and scaled, to `out` from `at`. */
  writeScaled(values: Float32Array, start: number, out: Float32Array, at: number): void {
    const { means, scales } = this.preprocessing;
    const row = this.imputed(values, start);
    for (let column = 0; column < this.columns; column++) {
      const scaled = (row[column]! - means[column]!) / scales[column]!;
      // biome-ignore lint/suspicious/noSelfCompare: the cheapest test for NaN in a loop over every value
      out[at + column] = scaled === scaled ? Math.min(LARGEST, Math.max(-LARGEST, scaled)) : 0;
    }
  }
}

const preprocessors = new WeakMap<Preprocessing, RowPreprocessor>();

/** The preprocessor of a model (or other preprocessing); made once. */
export function preprocessorOf(preprocessing: Preprocessing): RowPreprocessor {
  let found = preprocessors.get(preprocessing);
  if (!found) {
    found = new RowPreprocessor(preprocessing);
    preprocessors.set(preprocessing, found);
  }
  return found;
}
