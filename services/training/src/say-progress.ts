import type { TrainingProgress } from '@weir/learning';

export interface SaidProgress {
  readonly done: number;
  readonly total: number;
  readonly message: string;
}

const DOING = {
  search: 'searching',
  evaluate: 'testing on rows held out',
  judge: 'judging what the model rests on',
  refit: 'fitting on all rows',
} as const;

/** "searching: 1,204 of 18,444 steps, trying gradient-boosting; best so far random-forest, F1 0.9401" */
export function sayProgress({ stage, done, total, steps, algorithm, best }: TrainingProgress): SaidProgress {
  const far =
    stage === 'judge'
      ? `${Math.floor((100 * steps.done) / steps.total)} %`
      : `${steps.done.toLocaleString('en')} of ${steps.total.toLocaleString('en')} steps`;
  const trying = algorithm === undefined ? '' : `, trying ${algorithm}`;
  return { done, total, message: `${DOING[stage]}: ${far}${trying}${bestText(stage, best)}` };
}

function bestText(stage: TrainingProgress['stage'], best: TrainingProgress['best']): string {
  if (best === undefined) return '';
  const verb = stage === 'search' ? 'best so far' : 'chosen';
  return `; ${verb} ${best.algorithm}, F1 ${best.meanF1.toFixed(4)}`;
}
