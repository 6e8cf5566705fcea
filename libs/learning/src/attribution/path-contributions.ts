import type { PathTrees } from './path-trees.js';

/**
 * Adds path contributions: each split on the row's way credits its column with the change of the mean from node to
 * child (Saabas 2014; Palczewska et al. 2013, "Interpreting random forests"). They sum to score − `PathTrees.base` as
 * Shapley values do, for the cost of a prediction; but what a split says is not shared with the columns asked above
 * it, so columns near the root get too little.
 */
export function addPathContributions(trees: PathTrees, row: Float32Array, contributions: Float64Array): void {
  const { roots, test, column, left, right, mean, leaves } = trees;
  const { threshold, missingLeft } = trees.tests;
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree]!;
    if (node < 0) continue;
    let before = mean[node]!;
    while (node >= 0) {
      const asked = column[node]!;
      const own = test[node]!;
      const value = row[asked]!;
      // A comparison with NaN is false: that sends missing values where the test's place says.
      const goesRight = own < missingLeft ? value > threshold[own]! : !(value <= threshold[own]!);
      node = goesRight ? right[node]! : left[node]!;
      const after = node < 0 ? leaves[~node]! : mean[node]!;
      contributions[asked]! += after - before;
      before = after;
    }
  }
}
