import type { Problem } from '../algorithm/problem.js';
import { trainingView } from '../algorithm/training-view.js';
import { binaryCounts, f1 } from '../metrics/confusion.js';
import { mostProbable } from '../model/predict.js';
import type { TaskOutcome } from '../parallel/task.js';
import { rowsWhere } from '../splits/splits.js';
import type { Candidate } from './search-models.js';
import type { PlannedTask, SearchPlan } from './search-plan.js';

/** Where a fold's original rows find their scores. */
interface FoldRows {
  readonly originals: Int32Array;
  readonly labels: Int32Array;
  /** For each original, its place among the scored rows. */
  readonly placeOf: Int32Array;
  readonly scored: number;
}

/** One series of one fold: its outcomes are added up in the order of its units, whatever order they come in. */
interface Series {
  readonly waiting: PlannedTask[];
  readonly sums: Float64Array;
  seconds: number;
}

function foldRowsOf(problem: Problem, fold: number): FoldRows {
  const { validationRows } = trainingView(problem, fold);
  const places = new Int32Array(problem.labels.length);
  validationRows.forEach((row, place) => {
    places[row] = place;
  });
  const originals = rowsWhere(problem.rowOf.length, (row) => problem.foldOf[row] === fold);
  const rows = originals.map((original) => problem.rowOf[original]!);
  return {
    originals,
    labels: rows.map((row) => problem.labels[row]!),
    placeOf: rows.map((row) => places[row]!),
    scored: validationRows.length,
  };
}

/** Gathers what the tasks of a search bring, and scores each candidate once all its folds are in. */
export class CandidateScores {
  private readonly folds: readonly FoldRows[];
  private readonly series = new Map<string, Series>();
  private readonly arrived = new Map<PlannedTask, TaskOutcome & { kind: 'score' }>();
  private readonly probabilities: readonly Float32Array[];
  private readonly foldF1: readonly (number | undefined)[][];
  private readonly seconds: Float64Array;

  constructor(
    private readonly problem: Problem,
    private readonly plan: SearchPlan,
    folds: number,
    private readonly positive: number,
  ) {
    this.folds = Array.from({ length: folds }, (_, fold) => foldRowsOf(problem, fold));
    const length = problem.rowOf.length * problem.classes;
    this.probabilities = plan.candidates.map(() => new Float32Array(length));
    this.foldF1 = plan.candidates.map(() => new Array<number | undefined>(folds).fill(undefined));
    this.seconds = new Float64Array(plan.candidates.length);
    for (const task of plan.planned) this.seriesOf(task).waiting.push(task);
  }

  private seriesOf(task: PlannedTask): Series {
    const key = `${task.algorithm.name}/${task.unit.series}/${task.fold}`;
    let series = this.series.get(key);
    if (!series) {
      const sums = new Float64Array(this.folds[task.fold]!.scored * this.problem.classes);
      series = { waiting: [], sums, seconds: 0 };
      this.series.set(key, series);
    }
    return series;
  }

  /** Takes the outcome of the task of this number. */
  add(task: number, outcome: TaskOutcome): void {
    const planned = this.plan.planned[task]!;
    if (outcome.kind !== 'score') throw new TypeError('a search has scoring tasks only');
    this.arrived.set(planned, outcome);
    const series = this.seriesOf(planned);
    for (let first = series.waiting[0]; first; first = series.waiting[0]) {
      const ready = this.arrived.get(first);
      if (!ready) return;
      series.waiting.shift();
      this.arrived.delete(first);
      series.seconds += ready.seconds;
      this.complete(first, first.algorithm.assemble(first.unit, ready.added, series.sums), series.seconds);
    }
  }

  private complete(task: PlannedTask, scores: readonly Float64Array[], seconds: number): void {
    task.unit.completes.forEach((own, index) => {
      const candidate = task.firstCandidate + own;
      const predicted = this.expand(this.folds[task.fold]!, scores[index]!, this.probabilities[candidate]!);
      const { labels } = this.folds[task.fold]!;
      this.foldF1[candidate]![task.fold] = f1(binaryCounts(labels, predicted, this.positive));
      this.seconds[candidate]! += seconds;
    });
  }

  /** Writes each original row's probabilities to its place; returns the predicted classes of the fold. */
  private expand(rows: FoldRows, scores: Float64Array, into: Float32Array): Int32Array {
    const { classes } = this.problem;
    const own = new Float32Array(rows.originals.length * classes);
    rows.originals.forEach((original, index) => {
      const from = rows.placeOf[index]! * classes;
      for (let each = 0; each < classes; each++) {
        own[index * classes + each] = scores[from + each]!;
        into[original * classes + each] = scores[from + each]!;
      }
    });
    return mostProbable(own, classes, new Int32Array(rows.originals.length));
  }

  /** Each candidate in the plan's order; undefined where a fold is still out. */
  finished(): (Candidate | undefined)[] {
    return this.plan.candidates.map(({ algorithm, parameters }, index) => {
      const foldF1 = this.foldF1[index]!.filter((value) => value !== undefined);
      if (foldF1.length < this.folds.length) return undefined;
      const meanF1 = foldF1.reduce((sum, value) => sum + value, 0) / foldF1.length;
      const variance = foldF1.reduce((sum, value) => sum + (value - meanF1) ** 2, 0) / foldF1.length;
      const seconds = this.seconds[index]!;
      return {
        algorithm: algorithm.name,
        parameters,
        meanF1,
        standardDeviation: Math.sqrt(variance),
        foldF1,
        seconds,
      };
    });
  }

  outOfFold(candidate: number): Float32Array {
    return this.probabilities[candidate]!;
  }
}
