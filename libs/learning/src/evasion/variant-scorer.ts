import type { Steps } from '../inspection/steps.js';
import type { FittedModel } from '../model/fitted-model.js';
import { mostProbable, predictProbabilities } from '../model/predict.js';
import { PredictionScratch } from '../model/prediction-scratch.js';

/** One column set to another value. */
export interface Change {
  readonly column: number;
  readonly value: number;
}

/** A row with some of its columns changed. */
export interface Variant {
  readonly row: Float32Array;
  readonly changes: readonly Change[];
}

export interface ScoredVariant extends Variant {
  /** Raw probability of the positive class less the greatest of the others: the lower, the nearer to flipping. */
  readonly margin: number;
  /** The class predicted is another than the positive one. */
  readonly isFlipped: boolean;
}

/** Longest stretch without giving way, in `predictionCost`s: some tens of milliseconds. */
const STEP_COST = 1e7;
const MOST_AT_ONCE = 4096;

/** Scores many variants in one pass of the model. */
export class VariantScorer {
  private readonly scratch = new PredictionScratch();
  private values = new Float32Array(0);
  private probabilities = new Float32Array(0);
  /** Variants scored in one pass. */
  readonly atOnce: number;

  /** `cost` is that of scoring a row. */
  constructor(
    private readonly model: FittedModel,
    private readonly positive: number,
    cost: number,
  ) {
    this.atOnce = Math.max(1, Math.min(MOST_AT_ONCE, Math.floor(STEP_COST / cost)));
  }

  /** Gives way after each pass. */
  *score(variants: readonly Variant[]): Steps<ScoredVariant[]> {
    const scored: ScoredVariant[] = [];
    for (let start = 0; start < variants.length; start += this.atOnce) {
      scored.push(...this.scoreAtOnce(variants.slice(start, start + this.atOnce)));
      yield { done: scored.length, total: variants.length };
    }
    return scored;
  }

  private scoreAtOnce(variants: readonly Variant[]): ScoredVariant[] {
    const { features: columns, classes } = this.model;
    if (this.values.length < variants.length * columns) {
      this.values = new Float32Array(variants.length * columns);
      this.probabilities = new Float32Array(variants.length * classes);
    }
    variants.forEach(({ row, changes }, index) => {
      this.values.set(row, index * columns);
      for (const { column, value } of changes) this.values[index * columns + column] = value;
    });
    const matrix = { rows: variants.length, columns, values: this.values };
    predictProbabilities(this.model, matrix, this.probabilities, this.scratch);
    const predicted = mostProbable(this.probabilities, classes, new Int32Array(variants.length));
    return variants.map(({ row, changes }, index) => ({
      row,
      changes,
      margin: this.marginAt(index * classes),
      isFlipped: predicted[index] !== this.positive,
    }));
  }

  private marginAt(start: number): number {
    let other = 0;
    for (let index = 0; index < this.model.classes; index++) {
      if (index !== this.positive) other = Math.max(other, this.probabilities[start + index]!);
    }
    return this.probabilities[start + this.positive]! - other;
  }
}
