import { withColumns } from '../dataset/matrix.js';
import { selectData, type TrainingData } from '../dataset/training-data.js';
import type { Steps } from '../inspection/steps.js';
import type { HoldOut } from '../splits/splits.js';
import { TermColumns, type TermFolds } from '../terms/term-columns.js';
import type { TermModel } from '../terms/term-model.js';
import type { TrainingInput } from './training-input.js';

export interface HeldOutTables {
  readonly training: TrainingData;
  readonly test: TrainingData;
}

/** All rows, and the model that made the columns of their terms. */
export interface WholeTable {
  readonly data: TrainingData;
  readonly terms?: TermModel;
}

function appended(data: TrainingData, columns: Float32Array): TrainingData {
  return { ...data, matrix: withColumns(data.matrix, columns) };
}

/** The tables that the models of a training learn from and are tested on: the columns given, and those of the terms. */
export class TrainingTables {
  private readonly columns: TermColumns | undefined;

  constructor(
    { terms, termCost: cost, positiveIndex }: TrainingInput,
    private readonly data: TrainingData,
  ) {
    // Against all other classes, where there are more than two.
    const labels = data.labels.map((label) => (label === positiveIndex ? 1 : 0));
    this.columns = terms && new TermColumns({ terms, labels, cost, weights: data.weights });
  }

  /** The two sides of a split; nothing the terms tell of the one is learned from the other. */
  *heldOut(split: HoldOut, folds: TermFolds): Steps<HeldOutTables> {
    const columns = this.columns && (yield* this.columns.heldOut(split, folds));
    const training = selectData(this.data, split.train);
    const test = selectData(this.data, split.test);
    if (!columns) return { training, test };
    return { training: appended(training, columns.train), test: appended(test, columns.test) };
  }

  /** Every row; the model of the terms is the one to serve. */
  *whole(folds: TermFolds): Steps<WholeTable> {
    if (!this.columns) return { data: this.data };
    const { outOfFold, model } = yield* this.columns.fitted(
      this.data.labels.map((_, row) => row),
      folds,
    );
    return { data: appended(this.data, outOfFold), terms: model };
  }
}
