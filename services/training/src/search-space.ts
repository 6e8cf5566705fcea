import type { AlgorithmName, TrainingInput } from '@weir/learning';

/** Rows above which trees are bounded, so that an artifact stays a few megabytes. */
const LARGE = 20_000;

/** Grids that differ from the library's own, by algorithm. */
export function searchSpace(rows: number): Pick<TrainingInput, 'grids'> {
  if (rows <= LARGE) return {};
  const grids: Partial<Record<AlgorithmName, Record<string, readonly (string | number)[]>>> = {
    'decision-tree': { criterion: ['gini', 'entropy'], minSamplesLeaf: [5], maxLeafNodes: [1024] },
    'random-forest': { nEstimators: [8, 16, 32, 64], minSamplesLeaf: [3], maxLeafNodes: [1024] },
  };
  return { grids };
}
