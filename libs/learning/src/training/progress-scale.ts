import type { StepProgress } from '../parallel/step-count.js';
import type { TrainingStage } from './training-report.js';

/** What a training does one after another. */
export type Part = 'search' | 'final' | 'firstTest' | 'secondTest' | 'judge' | 'refit';

interface Share {
  readonly stage: TrainingStage;
  /** Of ten thousand, about as these parts take on 10,000 to 50,000 rows. */
  readonly parts: number;
}

const SHARES: Readonly<Record<Part, Share>> = {
  search: { stage: 'search', parts: 6_000 },
  final: { stage: 'search', parts: 1_400 },
  firstTest: { stage: 'evaluate', parts: 800 },
  secondTest: { stage: 'evaluate', parts: 800 },
  judge: { stage: 'judge', parts: 200 },
  refit: { stage: 'refit', parts: 800 },
};
const TOTAL = Object.values(SHARES).reduce((sum, { parts }) => sum + parts, 0);

/**
 * One scale for a whole training. How many steps the fits after the search have is known only when it is through, so
 * each part has a fixed share: what is told never goes back.
 */
export class ProgressScale {
  private done = 0;

  at(part: Part, { done, total }: StepProgress): { stage: TrainingStage; done: number; total: number } {
    let before = 0;
    for (const [name, { parts }] of Object.entries(SHARES)) {
      if (name === part) break;
      before += parts;
    }
    const { stage, parts } = SHARES[part];
    this.done = Math.max(this.done, before + Math.floor((parts * done) / total));
    return { stage, done: this.done, total: TOTAL };
  }
}
