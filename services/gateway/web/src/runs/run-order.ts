import type { components } from '@weir/client';
import type { Stage } from './run-times.js';

export type RunRequest = components['schemas']['RunRequest'];
type Search = NonNullable<RunRequest['search']>;
type Source = NonNullable<RunRequest['source']>;

/** Every learner of Weir's, the simpler first. */
export const ALGORITHMS = [
  'logistic-regression',
  'knn',
  'decision-tree',
  'adaboost',
  'random-forest',
  'gradient-boosting',
] as const;

export const STRATEGIES = ['grid', 'random', 'halving'] as const;
export type Strategy = (typeof STRATEGIES)[number];

/** What each kind of source is named by. */
export const SOURCE_MEMBERS = {
  file: ['path', 'File below the gateway’s data folder'],
  s3: ['key', 'Object key'],
  mongodb: ['collection', 'Collection'],
  kafka: ['topic', 'Topic'],
} as const;
export type SourceKind = keyof typeof SOURCE_MEMBERS;

/** The form, as it is typed in. */
export interface RunDraft {
  readonly schema: string;
  readonly from: Stage;
  /** Empty: the schema's newest. */
  readonly snapshot: string;
  readonly sourceKind: SourceKind;
  readonly sourceName: string;
  /** None: all. */
  readonly algorithms: readonly string[];
  readonly strategy: Strategy;
  readonly candidates: string;
  readonly folds: string;
  readonly seed: string;
  readonly acceptsLeaks: boolean;
}

export const NEW_DRAFT: RunDraft = {
  schema: '',
  from: 'training',
  snapshot: '',
  sourceKind: 'file',
  sourceName: '',
  algorithms: [],
  strategy: 'grid',
  candidates: '',
  folds: '',
  seed: '',
  acceptsLeaks: false,
};

export type Faults = Partial<Record<keyof RunDraft, string>>;

/** What is wrong with a draft, field by field; the gateway checks the rest. */
export function faultsOf(draft: RunDraft): Faults {
  const { from, sourceName, candidates, folds, seed, strategy } = draft;
  return {
    ...(draft.schema === '' ? { schema: 'Choose a schema' } : {}),
    ...(from === 'ingestion' && sourceName.trim() === '' ? { sourceName: 'Say what to read' } : {}),
    ...(strategy === 'grid' || isWhole(candidates, 1) ? {} : { candidates: 'A whole number from 1' }),
    ...(isWhole(folds, 2) ? {} : { folds: 'A whole number from 2' }),
    ...(isWhole(seed, Number.MIN_SAFE_INTEGER) ? {} : { seed: 'A whole number' }),
  };
}

function isWhole(text: string, least: number): boolean {
  if (text.trim() === '') return true;
  const value = Number(text);
  return Number.isSafeInteger(value) && value >= least;
}

/** The request for a draft without faults; what was left as it is does not appear in it. */
export function requestOf(draft: RunDraft): RunRequest {
  const { schema, from, snapshot, acceptsLeaks } = draft;
  const search = searchOf(draft);
  return {
    schema,
    from,
    ...(from === 'ingestion' ? { source: sourceOf(draft) } : snapshot === '' ? {} : { snapshot }),
    ...(Object.keys(search).length === 0 ? {} : { search }),
    ...(acceptsLeaks ? { leaks: 'accept' } : {}),
  };
}

function sourceOf({ sourceKind, sourceName }: RunDraft): Source {
  const [member] = SOURCE_MEMBERS[sourceKind];
  return { kind: sourceKind, [member]: sourceName.trim() };
}

function searchOf({ algorithms, strategy, candidates, folds, seed }: RunDraft): Search {
  const drawn = strategy !== 'grid' && candidates.trim() !== '';
  return {
    ...(algorithms.length === 0 || algorithms.length === ALGORITHMS.length
      ? {}
      : { algorithms: [...algorithms] }),
    ...(strategy === 'grid' ? {} : { strategy }),
    ...(drawn ? { candidates: Number(candidates) } : {}),
    ...(folds.trim() === '' ? {} : { folds: Number(folds) }),
    ...(seed.trim() === '' ? {} : { seed: Number(seed) }),
  };
}
