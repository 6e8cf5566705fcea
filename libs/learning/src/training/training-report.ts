import type { ModelArtifact } from '../artifact/model-artifact.js';
import type { Candidate } from '../search/candidate.js';
import type { TestFigures } from './evaluate.js';
import type { Judgement } from './judge.js';

export type TrainingStage = 'search' | 'evaluate' | 'judge' | 'refit';

export interface TrainingProgress {
  readonly stage: TrainingStage;
  /** Units of work of the whole run. */
  readonly done: number;
  readonly total: number;
  readonly best?: Candidate | undefined;
}

export interface TrainingControl {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: TrainingProgress) => void) | undefined;
  /** Threads; 0 works in this one. The machine's parallelism where absent. */
  readonly workers?: number;
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
