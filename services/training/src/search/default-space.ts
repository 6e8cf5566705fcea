import { type AlgorithmName, algorithmNames, type ParameterGrid, type SearchStrategy } from '@weir/learning';

/** What a training searches. */
export interface SearchSpace {
  readonly algorithms: readonly AlgorithmName[];
  /** Grids that differ from the library's own. */
  readonly grids: Partial<Record<AlgorithmName, ParameterGrid>>;
  readonly strategy: SearchStrategy;
}

export interface DataShape {
  readonly rows: number;
  readonly columns: number;
}

/** Rows up to which the whole grid of all six takes seconds: about 9 s of processor time on 11,055 × 30. */
const SMALL = 20_000;
/** Rows above which each doubling of the ensembles would cost minutes. */
const LARGE = 200_000;
/** Values that nearest neighbours may hold: each row served is compared with all of them, about half a millisecond. */
const MOST_NEIGHBOUR_VALUES = 500_000;

/**
 * What is searched where nobody says otherwise. Small data: the library's grids, whole. Beyond: larger ensembles than
 * those grids offer, found by halving; trees are bounded so that an artifact stays a few megabytes and is quick to
 * serve, and what cannot win there (stumps) or serve (neighbours) is left out. On 50,000 URLs × 51 columns that is
 * about 75 s of processor time, and the fits after it 15 s.
 */
export function defaultSpace({ rows, columns }: DataShape): SearchSpace {
  if (rows > SMALL) return largeSpace(rows);
  const servesNeighbours = rows * columns <= MOST_NEIGHBOUR_VALUES;
  return {
    algorithms: algorithmNames().filter((name) => name !== 'knn' || servesNeighbours),
    grids: {},
    strategy: { kind: 'grid' },
  };
}

function largeSpace(rows: number): SearchSpace {
  const isVeryLarge = rows > LARGE;
  return {
    algorithms: ['logistic-regression', 'decision-tree', 'random-forest', 'gradient-boosting'],
    grids: {
      'logistic-regression': { C: [0.1, 1, 10] },
      'decision-tree': { criterion: ['gini', 'entropy'], minSamplesLeaf: [5], maxLeafNodes: [1024] },
      'random-forest': { nEstimators: [32, 64], minSamplesLeaf: [3], maxLeafNodes: [1024] },
      'gradient-boosting': {
        learningRate: isVeryLarge ? [0.1] : [0.1, 0.05],
        maxLeafNodes: isVeryLarge ? [31, 63] : [15, 31, 63],
        minChildWeight: [1, 10],
        subsample: [0.8],
        nEstimators: isVeryLarge ? [64, 128, 256] : [64, 128, 256, 512],
      },
    },
    strategy: halvingOn(rows),
  };
}

/** Fewer rows than these rank large ensembles by luck. */
const FIRST_RUNG = 5_000;

/** Rungs of ninths, thirds and all of the rows that the search has, four fifths of them all; more where there are more. */
export function halvingOn(rows: number): SearchSpace['strategy'] & { readonly kind: 'halving' } {
  return { kind: 'halving', minResources: Math.max(30, Math.min(FIRST_RUNG, Math.floor(rows * 0.08))) };
}
