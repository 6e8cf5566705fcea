import { LearningError } from '../errors.js';

/** Numbers groups from 0 by first appearance. Without groups each row is its own. Throws `LEARN_MATRIX_SHAPE`. */
export function denseGroups(
  groups: Int32Array | undefined,
  rows: number,
): { groups: Int32Array; groupCount: number } {
  if (!groups) return { groups: Int32Array.from({ length: rows }, (_, row) => row), groupCount: rows };
  if (groups.length !== rows)
    throw new LearningError('LEARN_MATRIX_SHAPE', `${groups.length} groups for ${rows} rows`);
  const numbers = new Map<number, number>();
  const dense = groups.map((group) => {
    const number = numbers.get(group) ?? numbers.size;
    numbers.set(group, number);
    return number;
  });
  return { groups: dense, groupCount: numbers.size };
}
