import { DriftError } from '../errors.js';
import type { ColumnSketch } from './column-sketch.js';

/** Bins of equal width that scores are counted in, as a reliability curve's. */
export const SCORE_BINS = 10;

/** A score's bin: one on an edge is in the bin under it. */
export function scoreBin(score: number): number {
  return Math.min(SCORE_BINS - 1, Math.max(0, Math.ceil(score * SCORE_BINS) - 1));
}

export interface SketchedRows {
  /** All rows the sketch stands for. */
  rows: number;
  /** Σ w² over the rows that were looked at. */
  weightSquares: number;
}

/** What a model said of the rows: exact counts of all of them. */
export interface SketchedAnswers {
  /** Rows by {@link scoreBin}; empty where no score was kept. */
  readonly scores: readonly number[];
  /** Rows by verdict; empty where none was kept. */
  readonly verdicts: Readonly<Record<string, number>>;
}

const NO_ANSWERS: SketchedAnswers = { scores: [], verdicts: {} };

/**
 * What is kept of the rows a model scored: a {@link ColumnSketch} for each column, and counts of its answers. Merging is
 * associative and commutative, within rounding where rows were sampled. Holds numbers only: no text of a row.
 */
export class StreamSketch {
  #counts: SketchedRows;
  #answers: SketchedAnswers;

  constructor(
    readonly columns: readonly string[],
    readonly sketches: readonly ColumnSketch[],
    counts: SketchedRows,
    answers: SketchedAnswers = NO_ANSWERS,
  ) {
    this.#counts = { ...counts };
    this.#answers = answers;
  }

  get rows(): number {
    return this.#counts.rows;
  }

  get weightSquares(): number {
    return this.#counts.weightSquares;
  }

  get answers(): SketchedAnswers {
    return this.#answers;
  }

  /** As many rows, each counted once, tell as much of the stream as the sample does (Kish 1965). */
  get effectiveRows(): number {
    const { rows, weightSquares } = this.#counts;
    return weightSquares === 0 ? 0 : (rows * rows) / weightSquares;
  }

  /** The same columns with these answers. */
  withAnswers(answers: SketchedAnswers): StreamSketch {
    return new StreamSketch(this.columns, this.sketches, this.#counts, answers);
  }

  /** Throws `UNEQUAL_COLUMNS` where the other is of other columns. */
  merge(other: StreamSketch): void {
    if (other.columns.join('\n') !== this.columns.join('\n')) throw new DriftError('UNEQUAL_COLUMNS');
    for (const [index, sketch] of this.sketches.entries())
      sketch.merge(other.sketches[index] as ColumnSketch);
    this.#counts.rows += other.rows;
    this.#counts.weightSquares += other.weightSquares;
    this.#answers = mergedAnswers(this.#answers, other.answers);
  }
}

function mergedAnswers(first: SketchedAnswers, second: SketchedAnswers): SketchedAnswers {
  const verdicts = { ...first.verdicts };
  for (const [verdict, rows] of Object.entries(second.verdicts))
    verdicts[verdict] = (verdicts[verdict] ?? 0) + rows;
  const length = Math.max(first.scores.length, second.scores.length);
  const scores = Array.from({ length }, (_, bin) => (first.scores[bin] ?? 0) + (second.scores[bin] ?? 0));
  return { scores, verdicts };
}
