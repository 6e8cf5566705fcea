import type { StepProgress } from '../parallel/step-count.js';
import type { TrainingStage } from './training-report.js';

/** What a training does one after another. */
export type Part = 'search' | 'final' | 'firstTest' | 'secondTest' | 'judge' | 'refit' | TermPart;
/** Where the rows have terms: their columns for the search and the first test, for the second test, for all rows. */
export type TermPart = 'terms' | 'secondTerms' | 'allTerms';

interface Share {
  readonly stage: TrainingStage;
  /** Of about ten thousand, as these parts take on 10,000 to 50,000 rows. */
  readonly parts: number;
}

const SHARES: Readonly<Record<Part, Share>> = {
  terms: { stage: 'search', parts: 300 },
  search: { stage: 'search', parts: 6_000 },
  final: { stage: 'search', parts: 1_400 },
  firstTest: { stage: 'evaluate', parts: 800 },
  secondTerms: { stage: 'evaluate', parts: 300 },
  secondTest: { stage: 'evaluate', parts: 800 },
  judge: { stage: 'judge', parts: 200 },
  allTerms: { stage: 'refit', parts: 300 },
  refit: { stage: 'refit', parts: 800 },
};
const TERM_PARTS: readonly string[] = ['terms', 'secondTerms', 'allTerms'] satisfies TermPart[];

/**
 * One scale for a whole training. How many steps the fits after the search have is known only when it is through, so
 * each part has a fixed share: what is told never goes back.
 */
export class ProgressScale {
  private readonly shares: readonly (readonly [name: string, parts: number])[];
  private readonly total: number;
  private done = 0;

  constructor({ hasTerms }: { readonly hasTerms: boolean }) {
    const names = Object.keys(SHARES).filter((name) => hasTerms || !TERM_PARTS.includes(name));
    this.shares = names.map((name) => [name, SHARES[name as Part].parts]);
    this.total = this.shares.reduce((sum, [, parts]) => sum + parts, 0);
  }

  at(part: Part, { done, total }: StepProgress): { stage: TrainingStage; done: number; total: number } {
    let before = 0;
    for (const [name, parts] of this.shares) {
      if (name === part) break;
      before += parts;
    }
    const { stage, parts } = SHARES[part];
    this.done = Math.max(this.done, before + Math.floor((parts * done) / total));
    return { stage, done: this.done, total: this.total };
  }
}
