import type { TrainingView } from '../algorithm/training-view.js';
import { createRandom, shuffle } from '../random/random.js';
import type { Booster } from './booster.js';
import { probabilitiesOf } from './log-loss.js';

/** Share of the training rows that early stopping watches instead of training on them, as scikit-learn's `validation_fraction`. */
const HELD_OUT = 0.1;

/** Keeps what was read at the best stage. */
export interface Watch<T> {
  readonly isOver: boolean;
  /** Notes that `stage` is reached. */
  take(stage: number): void;
  /** What was read at the best stage so far; without early stopping, what is read now. */
  best(): T;
}

/** Holds rows back to stop by. Duplicates are one row here, so none stands on both sides. */
export class EarlyStopping {
  /** What is trained on. */
  readonly view: TrainingView;
  private readonly held: Int32Array;

  constructor(
    private readonly whole: TrainingView,
    private readonly patience: number | undefined,
  ) {
    const { activeRows, problem } = whole;
    const shuffled = shuffle(activeRows.slice(), createRandom(problem.seed, 2));
    const count = patience === undefined ? 0 : Math.floor(activeRows.length * HELD_OUT);
    this.held = shuffled.slice(0, count).sort();
    this.view = count === 0 ? whole : withoutRows(whole, this.held);
  }

  watch<T>(booster: Booster, read: () => T): Watch<T> {
    if (this.held.length === 0 || this.patience === undefined) {
      return { isOver: false, take: () => {}, best: read };
    }
    return new LossWatch(booster, this.whole, this.held, this.patience, read);
  }

  /** Rows whose scores must be kept though they are not trained on: the held ones, and the others asked for. */
  watchedWith(rows: Int32Array): Int32Array {
    const isTrained = new Uint8Array(this.whole.weights.length);
    for (const row of this.view.activeRows) isTrained[row] = 1;
    return Int32Array.from(new Set([...rows, ...this.held])).filter((row) => !isTrained[row]);
  }
}

class LossWatch<T> implements Watch<T> {
  isOver = false;
  /** The first stage is kept however bad it is, so that there is a model. */
  private lowest = Number.POSITIVE_INFINITY;
  private bestStage = 0;
  private kept: T;

  constructor(
    private readonly booster: Booster,
    private readonly view: TrainingView,
    private readonly rows: Int32Array,
    private readonly patience: number,
    private readonly read: () => T,
  ) {
    this.kept = read();
  }

  take(stage: number): void {
    if (this.isOver) return;
    const loss = this.loss();
    if (loss < this.lowest) {
      this.lowest = loss;
      this.bestStage = stage;
      this.kept = this.read();
    } else if (stage - this.bestStage >= this.patience) this.isOver = true;
  }

  best(): T {
    return this.kept;
  }

  private loss(): number {
    const { labels, classes } = this.view.problem;
    const probabilities = probabilitiesOf(this.booster.scores, this.booster.base, this.rows);
    let sum = 0;
    this.rows.forEach((row, index) => {
      const label = labels[row]!;
      const weight = this.view.weights[row]! * this.view.classWeights[label]!;
      sum -= weight * Math.log(Math.max(probabilities[index * classes + label]!, Number.MIN_VALUE));
    });
    return sum;
  }
}

function withoutRows(view: TrainingView, held: Int32Array): TrainingView {
  const isHeld = new Uint8Array(view.weights.length);
  for (const row of held) isHeld[row] = 1;
  return {
    ...view,
    weights: view.weights.map((weight, row) => (isHeld[row] ? 0 : weight)),
    activeRows: view.activeRows.filter((row) => !isHeld[row]),
    originalRows: view.originalRows.filter((original) => !isHeld[view.problem.rowOf[original]!]),
  };
}
