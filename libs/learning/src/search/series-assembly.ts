import type { TaskOutcome } from '../parallel/task.js';
import type { FoldRows } from './fold-rows.js';
import type { PlannedTask } from './search-plan.js';

type ScoreOutcome = TaskOutcome & { readonly kind: 'score' };

/** One series of one fold. */
interface Series {
  readonly waiting: PlannedTask[];
  readonly arrived: Map<PlannedTask, ScoreOutcome>;
  sums: Float64Array | undefined;
  seconds: number;
}

/** Takes the scores of each candidate that a unit completes, in the unit's order. */
export type TakeScores = (task: PlannedTask, scores: readonly Float64Array[], seconds: number) => void;

/** Puts the outcomes of a series together in the order of its units, whatever order they come in. */
export class SeriesAssembly {
  private readonly series = new Map<string, Series>();

  constructor(
    private readonly planned: readonly PlannedTask[],
    private readonly folds: readonly FoldRows[],
    private readonly take: TakeScores,
  ) {
    for (const task of planned) {
      const key = keyOf(task);
      const series = this.series.get(key);
      if (series) series.waiting.push(task);
      else this.series.set(key, { waiting: [task], arrived: new Map(), sums: undefined, seconds: 0 });
    }
  }

  /** Takes the outcome of the task of this number. */
  add(task: number, outcome: TaskOutcome): void {
    if (outcome.kind !== 'score') throw new TypeError('a search has scoring tasks only');
    const own = this.planned[task]!;
    const key = keyOf(own);
    const series = this.series.get(key)!;
    const { waiting, arrived } = series;
    arrived.set(own, outcome);
    for (let first = waiting[0]; first; first = waiting[0]) {
      const ready = arrived.get(first);
      if (!ready) return;
      waiting.shift();
      arrived.delete(first);
      this.assemble(series, first, ready);
    }
    this.series.delete(key);
  }

  private assemble(series: Series, task: PlannedTask, { added, seconds }: ScoreOutcome): void {
    const { labels, classes } = this.folds[task.fold]!;
    // Made with the first outcome and gone with the last: there are far more series than ever run at a time.
    series.sums ??= new Float64Array(labels.length * classes);
    series.seconds += seconds;
    this.take(task, task.algorithm.assemble(task.unit, added, series.sums), series.seconds);
  }
}

function keyOf({ algorithm, unit, fold }: PlannedTask): string {
  return `${algorithm.name}/${unit.series}/${fold}`;
}
