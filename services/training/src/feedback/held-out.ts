import type { ParameterGrids, SearchRequest } from '@weir/contracts';
import type { ModelArtifact } from '@weir/learning';
import type { LoadedData } from '../training-data/load-training-data.js';
import { selectLoaded } from '../training-data/select-loaded.js';
import type { TaughtData } from './taught-data.js';

/** The search that tries one configuration: the model's own. */
export function sameConfiguration(
  { algorithm, parameters }: ModelArtifact,
  { engine, seed, folds }: SearchRequest,
): SearchRequest {
  const values = Object.entries(parameters).map(([name, value]): [string, (string | number)[]] => [
    name,
    [value],
  ]);
  const grids: ParameterGrids = { [algorithm]: Object.fromEntries(values) };
  return {
    algorithms: [algorithm],
    strategy: 'grid',
    grids,
    ...(engine === undefined ? {} : { engine }),
    ...(seed === undefined ? {} : { seed }),
    ...(folds === undefined ? {} : { folds }),
  };
}

/**
 * The rows of groups that hold no correction, or null where the corrections are not the last rows: then nobody can tell
 * which rows to leave out.
 */
export function withoutDisputed({ data, feedback }: TaughtData): LoadedData | null {
  const disputed = [...(feedback?.corrections.byCanonical.values() ?? [])];
  const from = data.matrix.rows - disputed.length;
  if (from < 0 || !disputed.every(({ label }, index) => data.labels[from + index] === label)) return null;
  const groups = new Set(data.groups.subarray(from));
  const kept = Array.from(data.groups.keys()).filter((row) => !groups.has(data.groups[row] ?? -1));
  return selectLoaded(data, kept);
}
