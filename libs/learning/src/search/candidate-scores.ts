import { type Candidate, mean, summarise } from './candidate.js';
import { type FoldRows, foldF1, writeToOriginals } from './fold-rows.js';
import { HeldScores } from './held-scores.js';
import type { PlannedTask, SearchPlan } from './search-plan.js';

/** Scores kept of candidates that are half done; past this, the least hopeful are let go. */
const HELD_BYTES = 256 * 1024 * 1024;

export interface CandidateScoresOptions {
  readonly positive: number;
  /** 256 MiB where absent. */
  readonly heldBytes?: number | undefined;
}

/**
 * Scores each candidate once all its folds are in. Probabilities are kept for the best so far, and for those that
 * are half done and may still beat it; where memory is short, not even for these: `missing` then says what to do again.
 */
export class CandidateScores {
  private readonly foldF1: (number | undefined)[][];
  private readonly seconds: Float64Array;
  private readonly finished: (Candidate | undefined)[];
  private readonly held = new HeldScores();
  private bestIndex = -1;

  constructor(
    private readonly plan: SearchPlan,
    private readonly folds: readonly FoldRows[],
    private readonly options: CandidateScoresOptions,
  ) {
    this.foldF1 = plan.candidates.map(() => new Array<number | undefined>(folds.length).fill(undefined));
    this.seconds = new Float64Array(plan.candidates.length);
    this.finished = plan.candidates.map(() => undefined);
  }

  /** Takes the scores of the candidates that the task completes for its fold. */
  take(task: PlannedTask, scores: readonly Float64Array[], seconds: number): void {
    // Equal candidates share their scores.
    const known = new Map<Float64Array, { rounded: Float32Array; f1: number }>();
    task.unit.completes.forEach((own, index) => {
      const found = known.get(scores[index]!) ?? this.judge(task.fold, scores[index]!);
      known.set(scores[index]!, found);
      const candidate = task.firstCandidate + own;
      this.foldF1[candidate]![task.fold] = found.f1;
      this.seconds[candidate]! += seconds;
      this.held.keep(candidate, task.fold, found.rounded);
      this.settle(candidate);
      this.shrink();
    });
  }

  private judge(fold: number, scores: Float64Array) {
    const rounded = new Float32Array(scores);
    return { rounded, f1: foldF1(this.folds[fold]!, rounded, this.options.positive) };
  }

  /** The mean F1 it may still come to: that of a candidate whose folds are all in is its own. */
  private atMost(candidate: number): number {
    return mean(this.foldF1[candidate]!.map((value) => value ?? 1));
  }

  /** Whether it comes before the best so far, should it come to `meanF1`. */
  private beatsBest(candidate: number, meanF1: number): boolean {
    const best = this.best;
    if (!best || candidate === this.bestIndex) return true;
    return meanF1 > best.meanF1 || (meanF1 === best.meanF1 && candidate < this.bestIndex);
  }

  private settle(candidate: number): void {
    const complete = this.foldF1[candidate]!.filter((value) => value !== undefined);
    if (!this.beatsBest(candidate, this.atMost(candidate))) this.held.drop(candidate);
    if (complete.length < this.folds.length) return;
    const { algorithm, parameters } = this.plan.candidates[candidate]!;
    const own = { algorithm: algorithm.name, parameters, seconds: this.seconds[candidate]! };
    const settled: Candidate = { ...own, ...summarise(complete) };
    this.finished[candidate] = settled;
    if (!this.beatsBest(candidate, settled.meanF1)) return;
    this.held.drop(this.bestIndex);
    this.bestIndex = candidate;
  }

  private shrink(): void {
    const { heldBytes = HELD_BYTES } = this.options;
    if (this.held.bytes <= heldBytes) return;
    const hopes = this.held.candidates().map((candidate) => ({ candidate, atMost: this.atMost(candidate) }));
    hopes.sort((a, b) => a.atMost - b.atMost || b.candidate - a.candidate);
    for (const { candidate } of hopes) {
      if (this.held.bytes <= heldBytes) return;
      if (candidate !== this.bestIndex) this.held.drop(candidate);
    }
  }

  /** The best of the candidates whose folds are all in. */
  get best(): Candidate | undefined {
    return this.finished[this.bestIndex];
  }

  /** Memory taken by what is kept, in bytes. */
  get bytesHeld(): number {
    return this.held.bytes;
  }

  /** Every candidate, in the plan's order. Throws while one is not through. */
  get candidates(): Candidate[] {
    return this.finished.map((candidate, index) => {
      if (!candidate) throw new Error(`candidate ${index} is not through`);
      return candidate;
    });
  }

  /** The tasks to do again for the best candidate's scores, those of a fold in their order. */
  missing(): PlannedTask[] {
    const completing = this.plan.planned.filter((task) => this.completesBest(task));
    const lost = completing.filter(({ fold }) => !this.held.of(this.bestIndex, fold));
    return this.plan.planned.filter((task) =>
      lost.some(
        (last) =>
          last.algorithm === task.algorithm &&
          last.fold === task.fold &&
          last.unit.series === task.unit.series &&
          this.plan.planned.indexOf(task) <= this.plan.planned.indexOf(last),
      ),
    );
  }

  private completesBest({ unit, firstCandidate }: PlannedTask): boolean {
    return unit.completes.includes(this.bestIndex - firstCandidate);
  }

  /** Takes what a task of `missing` brought. */
  restore(task: PlannedTask, scores: readonly Float64Array[]): void {
    const index = task.unit.completes.indexOf(this.bestIndex - task.firstCandidate);
    if (index >= 0) this.held.keep(this.bestIndex, task.fold, new Float32Array(scores[index]!));
  }

  /** The best candidate's probabilities of each original row, `rows` × `classes`. */
  outOfFold(): Float32Array {
    const rows = this.folds.reduce((sum, fold) => sum + fold.originals.length, 0);
    const into = new Float32Array(rows * this.folds[0]!.classes);
    this.folds.forEach((fold, index) => {
      writeToOriginals(fold, this.held.of(this.bestIndex, index)!, into);
    });
    return into;
  }
}
