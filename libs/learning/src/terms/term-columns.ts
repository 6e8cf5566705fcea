import type { Steps } from '../inspection/steps.js';
import { mixSeed } from '../random/random.js';
import { assignGroups } from '../splits/assign-groups.js';
import { denseGroups } from '../splits/dense-groups.js';
import { type HoldOut, rowsWhere } from '../splits/splits.js';
import { type TermFitOptions, termModelSteps } from './fit-term-model.js';
import { type TermDesign, termDesign } from './term-design.js';
import { type TermModel, termScores } from './term-model.js';
import type { TermRows } from './term-rows.js';

export interface TermTraining extends Pick<TermFitOptions, 'cost' | 'weights'> {
  readonly terms: TermRows;
  /** 1 or 0, one a row. */
  readonly labels: Int32Array;
}

/** Which rows are kept together in the folds, and what the folds and fits are drawn by. */
export interface TermFolds {
  /** One a row of all. */
  readonly groups: Int32Array;
  readonly seed: number;
}

/** Rows × blocks. */
export interface FittedColumns {
  /** Each row's scores by a model of the other folds. */
  readonly outOfFold: Float32Array;
  /** Fitted on all of the rows. */
  readonly model: TermModel;
}

const FOLDS = 5;
const SHARES = new Array<number>(FOLDS).fill(1 / FOLDS);

/**
 * Scores of a linear model over terms as columns for another learner: stacking (Wolpert 1992, "Stacked generalization").
 * A row that is learned from is scored by a model that has seen neither it nor a row of its group, or the learner would
 * trust scores that know its label. Models are rounded to bytes before they score, as those that serve are.
 */
export class TermColumns {
  private readonly design: TermDesign;

  constructor(private readonly training: TermTraining) {
    this.design = termDesign(training.terms);
  }

  /** Columns of the rows to learn from, out of fold, and of those held out, by the model of all the former. */
  *heldOut(split: HoldOut, folds: TermFolds): Steps<{ train: Float32Array; test: Float32Array }> {
    const { outOfFold, model } = yield* this.fitted(split.train, folds);
    const test = new Float32Array(split.test.length * model.blocks.length);
    split.test.forEach((row, place) => {
      this.score(model, row, test, place);
    });
    return { train: outOfFold, test };
  }

  /** A model of these rows, and their columns. Yields once an epoch. */
  *fitted(rows: Int32Array, { groups, seed }: TermFolds): Steps<FittedColumns> {
    const foldOf = this.foldsOf(rows, groups, seed);
    const outOfFold = new Float32Array(rows.length * this.training.terms.blocks.length);
    for (let fold = 0; fold < FOLDS; fold++) {
      const seen = rows.filter((_, place) => foldOf[place] !== fold);
      const model = yield* this.fit(seen, mixSeed(seed, fold + 1), fold);
      for (const place of rowsWhere(rows.length, (each) => foldOf[each] === fold))
        this.score(model, rows[place]!, outOfFold, place);
    }
    return { outOfFold, model: yield* this.fit(rows, mixSeed(seed, FOLDS + 1), FOLDS) };
  }

  /** Without the demands of `stratifiedFolds`: a model of one class, or of no rows, is no worse than none. */
  private foldsOf(rows: Int32Array, groups: Int32Array, seed: number): Int32Array {
    const labels = rows.map((row) => this.training.labels[row]!);
    const ofRows = rows.map((row) => groups[row]!);
    return assignGroups({ labels, classes: 2, ...denseGroups(ofRows, rows.length), shares: SHARES, seed });
  }

  private *fit(rows: Int32Array, seed: number, done: number): Steps<TermModel> {
    const { labels, cost, weights } = this.training;
    const steps = termModelSteps(this.design, labels, { seed, rows, cost, weights });
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      yield { done, total: FOLDS + 1 };
    }
  }

  private score(model: TermModel, row: number, out: Float32Array, place: number): void {
    const { offsets, ids, blocks } = this.training.terms;
    termScores(model, ids, offsets[row]!, offsets[row + 1]!, out, place * blocks.length);
  }
}
