/** The impurity a split lowers. scikit-learn's `log_loss` is its `entropy` under another name. */
export const CRITERIA = ['gini', 'entropy', 'log_loss'] as const;
export type Criterion = (typeof CRITERIA)[number];

/**
 * Row weight of each class. Plain arrays: a tree makes several for every node, and a typed array of two numbers
 * costs ten times as much to make.
 */
export type ClassSums = readonly number[];

/**
 * How well sets of rows agree on one class each; a split is as good as the sum over its two sides.
 * Equals minus the impurity times the weight, up to a term that every split of a node shares:
 * Gini Σ w_c² / W, entropy Σ w_c ln w_c − W ln W.
 */
export interface Agreement {
  /** Of one set. */
  readonly ofNode: (sums: Float64Array, classWeights: Float64Array) => number;
  /** Of the set `left` and what it leaves of `totals`, in one pass: this runs for every split considered. */
  readonly ofSplit: (left: Float64Array, totals: Float64Array, classWeights: Float64Array) => number;
}

function giniOfSplit(left: Float64Array, totals: Float64Array, classWeights: Float64Array): number {
  let leftWeight = 0;
  let leftSquares = 0;
  let rightWeight = 0;
  let rightSquares = 0;
  for (let index = 0; index < left.length; index++) {
    const onLeft = left[index]! * classWeights[index]!;
    const onRight = (totals[index]! - left[index]!) * classWeights[index]!;
    leftWeight += onLeft;
    leftSquares += onLeft * onLeft;
    rightWeight += onRight;
    rightSquares += onRight * onRight;
  }
  return (leftWeight > 0 ? leftSquares / leftWeight : 0) + (rightWeight > 0 ? rightSquares / rightWeight : 0);
}

function timesLogarithm(value: number): number {
  return value > 0 ? value * Math.log(value) : 0;
}

function entropyOfSplit(left: Float64Array, totals: Float64Array, classWeights: Float64Array): number {
  let leftWeight = 0;
  let rightWeight = 0;
  let sum = 0;
  for (let index = 0; index < left.length; index++) {
    const onLeft = left[index]! * classWeights[index]!;
    const onRight = (totals[index]! - left[index]!) * classWeights[index]!;
    leftWeight += onLeft;
    rightWeight += onRight;
    sum += timesLogarithm(onLeft) + timesLogarithm(onRight);
  }
  return sum - timesLogarithm(leftWeight) - timesLogarithm(rightWeight);
}

function agreement(ofSplit: Agreement['ofSplit']): Agreement {
  // A set is a split with nothing on the right.
  return { ofSplit, ofNode: (sums, classWeights) => ofSplit(sums, sums, classWeights) };
}

const GINI = agreement(giniOfSplit);
const ENTROPY = agreement(entropyOfSplit);

export function agreementOf(criterion: Criterion): Agreement {
  return criterion === 'gini' ? GINI : ENTROPY;
}
