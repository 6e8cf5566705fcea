/** The impurity a split lowers. scikit-learn's `log_loss` is its `entropy` under another name. */
export const CRITERIA = ['gini', 'entropy', 'log_loss'] as const;
export type Criterion = (typeof CRITERIA)[number];

/**
 * Row weight of each class. Plain arrays: a tree makes several for every node, and a typed array of two numbers
 * costs ten times as much to make.
 */
export type ClassSums = readonly number[];

/**
 * How well a set of rows agrees on one class; a split is as good as the sum over its two sides.
 * Equals minus the impurity times the weight, up to a term that every split of a node shares:
 * Gini Σ w_c² / W, entropy Σ w_c ln w_c − W ln W.
 */
export type Agreement = (classSums: ClassSums, classWeights: Float64Array) => number;

function giniAgreement(classSums: ClassSums, classWeights: Float64Array): number {
  let weight = 0;
  let squares = 0;
  for (let index = 0; index < classSums.length; index++) {
    const weighted = classSums[index]! * classWeights[index]!;
    weight += weighted;
    squares += weighted * weighted;
  }
  return weight > 0 ? squares / weight : 0;
}

function entropyAgreement(classSums: ClassSums, classWeights: Float64Array): number {
  let weight = 0;
  let sum = 0;
  for (let index = 0; index < classSums.length; index++) {
    const weighted = classSums[index]! * classWeights[index]!;
    if (weighted <= 0) continue;
    weight += weighted;
    sum += weighted * Math.log(weighted);
  }
  return weight > 0 ? sum - weight * Math.log(weight) : 0;
}

export function agreementOf(criterion: Criterion): Agreement {
  return criterion === 'gini' ? giniAgreement : entropyAgreement;
}
