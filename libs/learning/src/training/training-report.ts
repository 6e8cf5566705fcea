import type { ModelArtifact } from '../artifact/model-artifact.js';
import type { AlgorithmName } from '../model/fitted-model.js';
import type { StepProgress } from '../parallel/step-count.js';
import type { Candidate } from '../search/candidate.js';
import type { TestFigures } from './evaluate.js';
import type { Fitter } from './fitter.js';
import type { Judgement } from './judge.js';

export type TrainingStage = 'search' | 'evaluate' | 'judge' | 'refit';

export interface TrainingProgress {
  readonly stage: TrainingStage;
  /** Parts of the whole run; `done` never goes back. Only the search's length is known beforehand. */
  readonly done: number;
  readonly total: number;
  /** Of the stage: trees, iterations or passes. */
  readonly steps: StepProgress;
  /** That the search is trying. */
  readonly algorithm?: AlgorithmName | undefined;
  readonly best?: Candidate | undefined;
}

export interface TrainingControl {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: TrainingProgress) => void) | undefined;
  /** Threads; 0 works in this one. The machine's parallelism where absent. */
  readonly workers?: number;
  /** Fits with another engine, in this thread, one model after another; this library's learners where absent. */
  readonly fitter?: Fitter;
}

/** With the judgement of the model that was tested on `distinct`. */
export interface TrainingReport extends Judgement {
  readonly candidates: readonly Candidate[];
  readonly best: Candidate;
  /** What a row was kept together with in the `distinct` split. */
  readonly groupedBy: 'identical-rows' | 'given-groups';
  readonly rows: number;
  /** Rows that differ in a feature. */
  readonly distinctRows: number;
  /** Held out by group: the honest figures. */
  readonly distinct: TestFigures;
  /** Held out by row, as published figures are: duplicates stand on both sides. */
  readonly stratified: TestFigures;
  readonly seconds: Readonly<Record<TrainingStage, number>>;
}

export interface TrainingResult {
  readonly artifact: ModelArtifact;
  readonly report: TrainingReport;
}
