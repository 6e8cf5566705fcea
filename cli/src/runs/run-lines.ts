import type { Run } from '@weir/client';
import type { Paint } from '../output/paint.js';
import { printable } from '../output/printable.js';
import type { Step } from '../output/progress.js';

export const STAGES = ['ingestion', 'validation', 'training'] as const;
type Stage = (typeof STAGES)[number];

export function isOver({ state }: Run): boolean {
  return state === 'succeeded' || state === 'failed';
}

export function stateWord(paint: Paint, state: Run['state']): string {
  if (state === 'succeeded') return paint('good', state);
  return state === 'failed' ? paint('bad', state) : state;
}

/** The stage a run is in: the last that has begun. */
export function stageOf({ stages }: Run): Stage | undefined {
  return STAGES.findLast((each) => stages[each] !== undefined);
}

export function stepOf(run: Run): Step {
  const stage = stageOf(run);
  const progress = stage === undefined ? undefined : run.stages[stage];
  if (stage === undefined || progress === undefined) return { what: 'waiting', done: 0, total: 0 };
  return {
    what: `${stage}: ${printable(progress.message)}`,
    done: progress.done,
    total: progress.total,
  };
}

/** What a run came to, in a line or two. */
export function outcomeLines(paint: Paint, run: Run): string[] {
  const head = `${stateWord(paint, run.state)}  ${run.schema}  run ${run.id}`;
  const lines = [head];
  const add = (title: string, text: string) =>
    lines.push(`  ${paint('dim', title.padEnd(10))}  ${printable(text)}`);
  for (const stage of STAGES) {
    const progress = run.stages[stage];
    if (progress !== undefined) add(stage, `${progress.state}: ${progress.message}`);
  }
  if (run.snapshotId !== undefined) add('snapshot', run.snapshotId);
  if (run.reportId !== undefined) add('report', `${run.reportId} ${run.reportStatus ?? ''}`.trim());
  if (run.version !== undefined)
    add('model', `${run.model ?? run.schema} version ${run.version} ${run.alias ?? ''}`.trim());
  if (run.error !== undefined) add('error', `${run.error.code}: ${run.error.message}`);
  return lines;
}
