import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { AlgorithmName, FitterReference, ParameterGrid } from '@weir/learning';
import { ML_ALGORITHMS, type MlAlgorithm, MOST_STEPS, MOST_VALUES } from '@weir/model-exchange';
import { WeirError } from '@weir/platform';
import type { DataShape, SearchSpace } from './default-space.js';

/** Where a training's thread finds the fitter of the engine "ml". */
export const ML_FITTER: FitterReference = {
  module: pathToFileURL(createRequire(import.meta.url).resolve('@weir/model-exchange')).href,
  name: 'trainWithMl',
};

/** The packages' own defaults, and what is worth trying around them. */
const GRIDS: Readonly<Record<MlAlgorithm, ParameterGrid>> = {
  'decision-tree': { maxDepth: [4, 8, 16] },
  'random-forest': { nEstimators: [8, 16, 32] },
  knn: { k: [3, 5, 7, 9, 11] },
};

/** What the engine "ml" searches where nobody says otherwise. */
export const ML_SPACE: SearchSpace = {
  algorithms: ML_ALGORITHMS,
  grids: GRIDS,
  strategy: { kind: 'grid' },
};

/** ml-random-forest's own number of trees. */
const DEFAULT_TREES = 50;

/** Whether the packages can fit the largest model of the grid on all rows. */
function isAffordable({ rows, columns }: DataShape, algorithm: AlgorithmName, grid: ParameterGrid): boolean {
  if (algorithm === 'knn') return rows * columns <= MOST_VALUES;
  const sizes = algorithm === 'random-forest' ? (grid.nEstimators ?? [DEFAULT_TREES]).map(Number) : [1];
  return rows * rows * columns * Math.max(...sizes) <= MOST_STEPS;
}

/**
 * Refuses what the packages could not do on these rows before minutes are spent on a part of it.
 * Throws `WEIR_REQUEST_INVALID`, naming what they can.
 */
export function assertMlCan({ algorithms, grids }: SearchSpace, shape: DataShape): void {
  const gridOf = (name: AlgorithmName) => grids[name] ?? {};
  const unable = algorithms.filter((name) => !isAffordable(shape, name, gridOf(name)));
  if (unable.length === 0) return;
  const able = ML_ALGORITHMS.filter((name) => isAffordable(shape, name, GRIDS[name]));
  const advice = able.length === 0 ? 'none of its algorithms' : `only ${able.join(' and ')}`;
  throw new WeirError(
    'WEIR_REQUEST_INVALID',
    `search.engine: "ml" cannot fit ${unable.join(', ')} on ${shape.rows} rows × ${shape.columns} columns in reasonable time; of its own grids it can do ${advice} there, "weir" all`,
  );
}
