import type { Run } from '@weir/client';

export type Stage = Run['from'];
export type StageProgress = NonNullable<Run['stages'][Stage]>;
export const STAGES: readonly Stage[] = ['ingestion', 'validation', 'training'];

export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  ingestion: 'Ingestion',
  validation: 'Validation',
  training: 'Training',
};

/** The stages of a run, first to last, whether they have begun or not. */
export function stagesOf({ from, until }: Pick<Run, 'from' | 'until'>): Stage[] {
  return STAGES.slice(STAGES.indexOf(from), STAGES.indexOf(until) + 1);
}

export function isOver({ state }: Pick<Run, 'state'>): boolean {
  return state === 'succeeded' || state === 'failed';
}

/** `2.3 s`, `4 min 5 s`, `1 h 12 min`; nothing for times that are none. */
export function lasted(from: unknown, to: unknown): string {
  const seconds = (Date.parse(String(to)) - Date.parse(String(from))) / 1_000;
  if (Number.isNaN(seconds) || seconds < 0) return '';
  if (seconds < 60) return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${Math.floor(seconds % 60)} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** How far a stage is, 0 to 1; null where nobody knows. */
export function shareDone({ done, total, state }: StageProgress): number | null {
  if (state === 'succeeded') return 1;
  return total > 0 ? Math.min(1, done / total) : null;
}
