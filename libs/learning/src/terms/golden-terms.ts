import { createRandom } from '../random/random.js';
import { type TermModel, termScores } from './term-model.js';

/** Rows of terms with the scores the model gave when it was made. */
export interface GoldenTerms {
  /** As `TermRows.offsets`. */
  readonly offsets: Uint32Array;
  readonly ids: Uint32Array;
  /** Rows × blocks. */
  readonly scores: Float32Array;
}

const ROWS = 16;
const MOST_TERMS_OF_A_BLOCK = 48;

/** What a model makes of these rows, rows × blocks. */
export function scoresOf(
  model: TermModel,
  { offsets, ids }: Pick<GoldenTerms, 'offsets' | 'ids'>,
): Float32Array {
  const rows = offsets.length - 1;
  const scores = new Float32Array(rows * model.blocks.length);
  for (let row = 0; row < rows; row++)
    termScores(model, ids, offsets[row]!, offsets[row + 1]!, scores, row * model.blocks.length);
  return scores;
}

/** Sixteen rows drawn by the seed, not from the data: a file must not tell what it was trained on. */
export function recordGoldenTerms(model: TermModel, seed: number): GoldenTerms {
  const random = createRandom(seed);
  const ids: number[] = [];
  const offsets = new Uint32Array(ROWS + 1);
  for (let row = 0; row < ROWS; row++) {
    for (let block = 0; block < model.blocks.length; block++) {
      const count = random.below(MOST_TERMS_OF_A_BLOCK + 1);
      for (let term = 0; term < count; term++)
        ids.push(block * model.blockSize + random.below(model.blockSize));
    }
    offsets[row + 1] = ids.length;
  }
  const rows = { offsets, ids: Uint32Array.from(ids) };
  return { ...rows, scores: scoresOf(model, rows) };
}
