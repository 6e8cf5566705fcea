import { algorithmNames } from '../algorithm/registry.js';
import { LearningError } from '../errors.js';
import { bestOf, type Candidate } from '../search/candidate.js';
import type { SearchOptions, SearchResult } from '../search/search-models.js';

/** The best of this many algorithms meet again. */
const FINALISTS = 2;
const FOLDS = 10;
/** Beyond, the figures of a search are steady enough, and ten more fits dear. */
const MOST_ROWS = 20_000;

type Search = (options: Pick<SearchOptions, 'algorithms' | 'grids' | 'folds'>) => Promise<SearchResult>;

/** The best candidate of each of the best algorithms, best first. */
export function finalistsOf(candidates: readonly Candidate[]): Candidate[] {
  const names = [...new Set(candidates.map(({ algorithm }) => algorithm))];
  const ofEach = names.map((name) => bestOf(candidates.filter(({ algorithm }) => algorithm === name))!);
  return ofEach.toSorted((a, b) => b.meanF1 - a.meanF1).slice(0, FINALISTS);
}

/** The simplest within a standard error of the best (Breiman et al. 1984): a smaller lead is no reason. */
function simplestOfBest({ candidates, best }: SearchResult): Candidate {
  const error = best.standardDeviation / Math.sqrt(best.foldF1.length);
  const names = algorithmNames();
  const asGood = candidates.filter(({ meanF1 }) => meanF1 >= best.meanF1 - error);
  return asGood.toSorted((a, b) => names.indexOf(a.algorithm) - names.indexOf(b.algorithm))[0] ?? best;
}

/**
 * Lets the finalists of a search meet on other folds, and more of them: the best of 120 boostings owes more of its place
 * to luck than the best of five forests, and what is fitted on nine tenths of the rows is nearer to what will serve than
 * what is fitted on two thirds. Where there is nothing to decide, or too few rows, the search stands.
 */
export async function finalRound(search: SearchResult, rows: number, again: Search): Promise<SearchResult> {
  const finalists = finalistsOf(search.candidates);
  // A halving has met on all rows with its last few.
  if (finalists.length < 2 || rows > MOST_ROWS || search.rungs) return search;
  const algorithms = finalists.map(({ algorithm }) => algorithm);
  const grids = Object.fromEntries(
    finalists.map(({ algorithm, parameters }) => [
      algorithm,
      Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, [value]])),
    ]),
  );
  try {
    const met = await again({ algorithms, grids, folds: FOLDS });
    const simplest = simplestOfBest(met);
    // A search keeps the out-of-fold scores of its best alone.
    const { best, outOfFold, foldOf } =
      simplest === met.best ? met : await again({ algorithms: [simplest.algorithm], grids, folds: FOLDS });
    return { ...search, best, outOfFold, foldOf };
  } catch (error) {
    if (error instanceof LearningError && error.code === 'LEARN_TOO_FEW_ROWS') return search;
    throw error;
  }
}
