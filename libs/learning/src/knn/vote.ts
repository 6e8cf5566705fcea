import type { KnnModel, NeighbourWeights } from './knn-model.js';
import type { NearestRows } from './nearest-rows.js';

/** How a candidate reads the neighbours that are found once for all. */
export interface VoteRule {
  /** Neighbours by weight, at most those found: where there are fewer rows, all of them. */
  readonly k: number;
  readonly neighbourWeights: NeighbourWeights;
}

/**
 * Writes the share of each class among the `k` nearest to `out` from `at`, summed up in `votes` (one a class). The last
 * row counts with the weight that is left. With weights by distance, rows at distance 0 leave no say to the others
 * (as scikit-learn).
 */
export function writeVotes(
  nearest: NearestRows,
  { labels, weights, classes }: Pick<KnnModel, 'labels' | 'weights' | 'classes'>,
  { k, neighbourWeights }: VoteRule,
  votes: Float64Array,
  out: Float32Array | Float64Array,
  at: number,
): void {
  const { distances, rows, size } = nearest;
  const byDistance = neighbourWeights === 'distance';
  const onlyEqual = byDistance && distances[0] === 0;
  votes.fill(0);
  let left = k;
  let total = 0;
  for (let place = 0; place < size && left > 0; place++) {
    if (onlyEqual && distances[place]! > 0) break;
    const row = rows[place]!;
    const weight = Math.min(weights[row]!, left);
    const vote = byDistance && !onlyEqual ? weight / Math.sqrt(distances[place]!) : weight;
    left -= weight;
    total += vote;
    votes[labels[row]!]! += vote;
  }
  for (let label = 0; label < classes; label++) out[at + label] = votes[label]! / total;
}
