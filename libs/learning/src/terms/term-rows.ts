import { LearningError } from '../errors.js';

/**
 * Rows of hashed terms, such as the character n-grams of a URL, in blocks that a linear model sums apart. The terms of
 * row r are `ids[offsets[r]]` to `ids[offsets[r + 1] - 1]`, those of the first block before those of the next. An id
 * that stands twice counts twice. Arrays in shared memory are not copied to a training thread.
 */
export interface TermRows {
  /** Names the rule that made ids of text: a model must never be given ids made by another. */
  readonly hashing: string;
  /** Names of the columns that the blocks become. */
  readonly blocks: readonly string[];
  /** Block b's ids are at least `b * blockSize` and below `(b + 1) * blockSize`. */
  readonly blockSize: number;
  /** One more than there are rows, rising from 0 to `ids.length`. */
  readonly offsets: Uint32Array | Float64Array;
  readonly ids: Uint32Array;
}

/** The parts of rows of terms that a model shares. */
export type TermLayout = Pick<TermRows, 'hashing' | 'blocks' | 'blockSize'>;

/** More weights than this are refused: training keeps eight bytes of each. */
export const MOST_TERMS = 2 ** 26;

function fault(detail: string): LearningError {
  return new LearningError('LEARN_TERMS_INVALID', detail);
}

/** Says what is wrong with a layout, or nothing. */
export function faultOfLayout({ hashing, blocks, blockSize }: TermLayout): string | undefined {
  if (hashing === '') return 'the hashing has no name';
  if (blocks.length === 0 || blocks.includes('')) return 'the blocks have no names';
  if (new Set(blocks).size < blocks.length) return 'two blocks have one name';
  if (!Number.isSafeInteger(blockSize) || blockSize < 1) return `the block size is ${blockSize}`;
  if (blocks.length * blockSize > MOST_TERMS) return `${blocks.length} blocks of ${blockSize} are too many`;
  return undefined;
}

function assertOffsets({ offsets, ids }: TermRows, rows: number): void {
  if (offsets.length !== rows + 1) throw fault(`${offsets.length} offsets for ${rows} rows`);
  if (offsets[0] !== 0 || offsets[rows] !== ids.length)
    throw fault(`offsets from ${offsets[0]} to ${offsets[rows]} for ${ids.length} ids`);
  for (let row = 0; row < rows; row++) {
    const from = offsets[row]!;
    if (!(from <= offsets[row + 1]!) || !Number.isInteger(from))
      throw fault(`the offset of row ${row} is ${from}`);
  }
}

function assertIds({ blocks, blockSize, offsets, ids }: TermRows): void {
  const most = blocks.length * blockSize;
  for (let row = 0; row + 1 < offsets.length; row++) {
    let start = 0;
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) {
      const id = ids[at]!;
      if (id < start || id >= most)
        throw fault(`row ${row}: ${id} is beyond the blocks, or out of their order`);
      while (id >= start + blockSize) start += blockSize;
    }
  }
}

/** Throws `LEARN_TERMS_INVALID` where terms do not describe so many rows. */
export function assertTermRows(terms: TermRows, rows: number): void {
  const found = faultOfLayout(terms);
  if (found !== undefined) throw fault(found);
  assertOffsets(terms, rows);
  assertIds(terms);
}
