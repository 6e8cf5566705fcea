import type { Matrix } from '../dataset/matrix.js';
import { preprocessorOf, type RowPreprocessor } from '../preprocessing/row-preprocessor.js';
import type { KnnModel } from './knn-model.js';
import { NeighbourSearch, TILE_POINTS } from './neighbour-search.js';
import { type VoteRule, writeVotes } from './vote.js';

/** A model's neighbours laid out for searching. */
class KnnSearcher {
  readonly search: NeighbourSearch;
  /** Room for one point's votes. */
  readonly votes: Float64Array;
  private readonly preprocessor: RowPreprocessor;
  private readonly points: Float32Array;

  constructor(
    private readonly model: KnnModel,
    wanted: number,
  ) {
    this.search = new NeighbourSearch(model.rows, model.features, model.weights, wanted);
    this.preprocessor = preprocessorOf(model);
    this.votes = new Float64Array(model.classes);
    this.points = new Float32Array(TILE_POINTS * model.features);
  }

  /** Finds the neighbours of `count` rows of the matrix from `first`. */
  find(matrix: Matrix, first: number, count: number): void {
    const { features } = this.model;
    for (let point = 0; point < count; point++) {
      this.preprocessor.writeScaled(matrix.values, (first + point) * features, this.points, point * features);
    }
    this.search.find(this.points, count);
  }
}

const searchers = new WeakMap<KnnModel, KnnSearcher>();

/** Laid out at a model's first prediction, and kept as long as the model. */
function searcherOf(model: KnnModel): KnnSearcher {
  let searcher = searchers.get(model);
  if (!searcher) {
    searcher = new KnnSearcher(model, model.k);
    searchers.set(model, searcher);
  }
  return searcher;
}

/** Probabilities by each rule from one pass over the distances; `rows` × `classes` each. Yields between tiles. */
export function* votesByRule(
  model: KnnModel,
  rules: readonly VoteRule[],
  matrix: Matrix,
): Generator<undefined, Float64Array[]> {
  const searcher = new KnnSearcher(model, Math.max(...rules.map((rule) => rule.k)));
  const votes = rules.map(() => new Float64Array(matrix.rows * model.classes));
  for (let first = 0; first < matrix.rows; first += TILE_POINTS) {
    const count = Math.min(TILE_POINTS, matrix.rows - first);
    searcher.find(matrix, first, count);
    for (let point = 0; point < count; point++) {
      const nearest = searcher.search.nearest[point]!;
      const at = (first + point) * model.classes;
      rules.forEach((rule, index) => {
        writeVotes(nearest, model, rule, searcher.votes, votes[index]!, at);
      });
    }
    yield;
  }
  return votes;
}

/** Writes probabilities of up to {@link TILE_POINTS} points that are imputed and scaled already. */
export function predictScaled(model: KnnModel, points: Float32Array, count: number, out: Float64Array): void {
  const { search, votes } = searcherOf(model);
  search.find(points, count);
  for (let point = 0; point < count; point++)
    writeVotes(search.nearest[point]!, model, model, votes, out, point * model.classes);
}

/** Writes `rows` × `classes` probabilities. */
export function predictKnn(model: KnnModel, matrix: Matrix, out: Float32Array): void {
  const searcher = searcherOf(model);
  for (let first = 0; first < matrix.rows; first += TILE_POINTS) {
    const count = Math.min(TILE_POINTS, matrix.rows - first);
    searcher.find(matrix, first, count);
    for (let point = 0; point < count; point++) {
      const at = (first + point) * model.classes;
      writeVotes(searcher.search.nearest[point]!, model, model, searcher.votes, out, at);
    }
  }
}
