import type { SearchRequest } from '@weir/contracts';
import { type Documents, type Run, RunCatalog } from '@weir/platform';
import type { TrainingTarget } from './first-training.js';

/**
 * What is searched first where a schema has no model: it serves within seconds. The whole search comes after; a small
 * forest here would be so close to its winner that the gate, which wants more than noise, would keep the forest.
 */
export const QUICK_SEARCH: SearchRequest = { algorithms: ['logistic-regression', 'decision-tree'] };

/** The whole search, on the snapshot of a quick one. */
export interface Improvement {
  readonly schema: string;
  /** The file that the quick one learned from. */
  readonly path: string;
  readonly snapshot: string;
  /** One that is under way: it goes on by itself. */
  readonly runId?: string;
  /** It was asked for at this start. */
  readonly isNew?: boolean;
}

const PAGE = 1_000;

/** The search that has to follow the newest quick one on this file, or null: there was none, or it is through. */
export async function dueImprovement(
  documents: Documents,
  { schema, path }: TrainingTarget,
): Promise<Improvement | null> {
  const { items } = await new RunCatalog(documents).list({ schema, limit: PAGE });
  const quick = items.find((run) => isQuick(run) && run.source?.path === path && run.state === 'succeeded');
  const snapshot = quick?.snapshotId;
  if (quick === undefined || snapshot === undefined) return null;
  // Newest first, as ids sort by time.
  const later = items.filter((run) => run.id > quick.id && run.snapshotId === snapshot && !isQuick(run));
  if (later.length === 0) return { schema, path, snapshot };
  const [newest] = later;
  if (newest?.state === 'running') return { schema, path, snapshot, runId: newest.id };
  // Nobody may have been asked for one that is still queued.
  return later.every(({ state }) => state === 'queued') ? { schema, path, snapshot } : null;
}

function isQuick({ search }: Run): boolean {
  const { algorithms, ...rest } = search ?? {};
  return Object.keys(rest).length === 0 && String(algorithms) === String(QUICK_SEARCH.algorithms);
}
