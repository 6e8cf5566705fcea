import { distinctRows, stratifiedFolds, stratifiedSplit } from '@weir/learning';

export const FOLDS = 3;
export const TEST_SHARE = 0.2;

/** A number for each distinct row: to split by these keeps duplicates together. */
export function distinctGroups({ matrix }) {
  return distinctRows(matrix).ids;
}

/**
 * A hold-out split with the folds of its training part; both sides read them, and search on the training part alone.
 * `foldOf` counts within `train`.
 */
export function splitOf({ labels, classes }, { name, seed, groups }) {
  const { train, test } = stratifiedSplit(labels, classes, TEST_SHARE, { seed, groups });
  const trainGroups = groups && train.map((row) => groups[row]);
  const trainLabels = train.map((row) => labels[row]);
  const foldOf = stratifiedFolds(trainLabels, classes, FOLDS, { seed, groups: trainGroups });
  const lists = { train, test, foldOf, ...(trainGroups && { groups: trainGroups }) };
  const plain = Object.entries(lists).map(([list, numbers]) => [list, Array.from(numbers)]);
  return { name, seed, ...Object.fromEntries(plain) };
}
