import { createRandom, shuffle } from '../random/random.js';

/** Groups with more than this share of the rows are placed first, while there is still room to even them out. */
const LARGE_GROUP = 0.02;

export interface Assignment {
  readonly labels: Int32Array;
  readonly classes: number;
  /** One group a row, numbered from 0; rows of a group stay together. */
  readonly groups: Int32Array;
  readonly groupCount: number;
  /** The share of each part; sums to 1. */
  readonly shares: readonly number[];
  readonly seed: number;
}

/** Rows of each class in each group, `groups` × `classes`. */
function countGroups({ labels, groups, groupCount, classes }: Assignment): Float64Array {
  const counts = new Float64Array(groupCount * classes);
  for (let row = 0; row < labels.length; row++) counts[groups[row]! * classes + labels[row]!]!++;
  return counts;
}

function placingOrder(counts: Float64Array, { groupCount, classes, labels, seed }: Assignment): Int32Array {
  const order = shuffle(
    Int32Array.from({ length: groupCount }, (_, group) => group),
    createRandom(seed),
  );
  const limit = labels.length * LARGE_GROUP;
  const sizes = new Float64Array(groupCount);
  for (let index = 0; index < counts.length; index++) sizes[Math.floor(index / classes)]! += counts[index]!;
  const rank = (group: number) => (sizes[group]! > limit ? sizes[group]! : 0);
  return Int32Array.from([...order].sort((a, b) => rank(b) - rank(a)));
}

/**
 * Gives each row the number of its part, so that every part has its share of every class and no group is cut.
 * Groups come in random order, and each goes where it takes the parts least far from their shares of each class
 * (the squared distance of scikit-learn's StratifiedGroupKFold, weighed by the shares).
 */
export function assignGroups(assignment: Assignment): Int32Array {
  const { labels, classes, groups, shares } = assignment;
  const counts = countGroups(assignment);
  const totals = new Float64Array(classes);
  for (const label of labels) totals[label]!++;
  const filled = shares.map(() => new Float64Array(classes));
  const partOf = new Int32Array(assignment.groupCount);
  const growth = (part: number, group: number) => {
    let sum = 0;
    for (let index = 0; index < classes; index++) {
      const added = counts[group * classes + index]!;
      if (added === 0) continue;
      sum += (added * (2 * filled[part]![index]! + added)) / (shares[part]! * totals[index]! ** 2);
    }
    return sum;
  };
  for (const group of placingOrder(counts, assignment)) {
    let best = 0;
    for (let part = 1; part < shares.length; part++)
      if (growth(part, group) < growth(best, group)) best = part;
    partOf[group] = best;
    for (let index = 0; index < classes; index++) filled[best]![index]! += counts[group * classes + index]!;
  }
  return groups.map((group) => partOf[group]!);
}
