import type {
  LeakPolicy,
  PipelineProgress,
  PipelineRequested,
  RunState,
  SearchRequest,
  SourceRequest,
  Stage,
} from '@weir/contracts';

export interface StageProgress {
  readonly state: RunState;
  readonly done: number;
  readonly total: number;
  readonly message: string;
  readonly startedAt: string;
  readonly at: string;
}

/** A pipeline run: its request, and how far each stage is. */
export interface Run {
  /** Sorts by time. */
  readonly id: string;
  readonly schema: string;
  readonly from: Stage;
  readonly until: Stage;
  readonly state: RunState;
  readonly source?: SourceRequest;
  /** What was asked of the search; the training service's defaults where absent. */
  readonly search?: SearchRequest;
  /** What training was told to do about leaks; `refuse` where absent. */
  readonly leaks?: LeakPolicy;
  readonly stages: Readonly<Partial<Record<Stage, StageProgress>>>;
  readonly snapshotId?: string;
  readonly reportId?: string;
  readonly reportStatus?: string;
  readonly model?: string;
  readonly version?: number;
  readonly alias?: string;
  readonly error?: { readonly code: string; readonly message: string };
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** A run as it is asked for, before any stage has taken it. */
export function queuedRun(request: PipelineRequested): Run {
  return {
    id: request.runId,
    schema: request.schema,
    from: request.from,
    until: request.run?.until ?? 'training',
    state: 'queued',
    ...(request.source === undefined ? {} : { source: request.source }),
    ...(request.run?.search === undefined ? {} : { search: request.run.search }),
    ...(request.run?.leaks === undefined ? {} : { leaks: request.run.leaks }),
    ...(request.snapshotId === undefined ? {} : { snapshotId: request.snapshotId }),
    stages: {},
    createdAt: request.at,
    updatedAt: request.at,
  };
}

/**
 * The run after one progress event. An event seen before, or older than what is known, changes nothing: the same object
 * comes back. The end of a stage that goes on counts whatever its time: the replica that ends it may have a slower clock
 * than the one that began.
 */
export function advance(run: Run, progress: PipelineProgress): Run {
  const known = run.stages[progress.stage];
  if (isEnd(run.state)) return run;
  const isNews = known === undefined || known.at < progress.at;
  if (!isNews && (isEnd(known.state) || !isEnd(progress.state))) return run;
  const stage: StageProgress = {
    state: progress.state,
    done: progress.done,
    total: progress.total,
    message: progress.message,
    startedAt: known?.startedAt ?? progress.at,
    at: progress.at,
  };
  return {
    ...run,
    ...progress.result,
    ...(progress.error === undefined ? {} : { error: progress.error }),
    state: stateAfter(progress),
    stages: { ...run.stages, [progress.stage]: stage },
    updatedAt: laterOf(run.updatedAt, progress.at),
  };
}

function isEnd(state: RunState): boolean {
  return state === 'succeeded' || state === 'failed';
}

function stateAfter(progress: PipelineProgress): RunState {
  if (progress.state === 'failed') return 'failed';
  return progress.state === 'succeeded' && progress.last === true ? 'succeeded' : 'running';
}

function laterOf(known: string, told: string): string {
  return [known, told].toSorted().at(-1) ?? told;
}
