/** How the classes count against each other. */
export type ClassWeighting = 'balanced' | 'none';

/**
 * One factor a class. `balanced`: n / (k · n_c) by weighted rows, where k counts the classes that occur,
 * so that every class weighs the same (scikit-learn's `class_weight="balanced"`). A class without rows gets 0.
 */
export function classWeights(
  labels: Int32Array,
  weights: Float64Array,
  classes: number,
  mode: ClassWeighting,
): Float64Array {
  if (mode === 'none') return new Float64Array(classes).fill(1);
  const totals = new Float64Array(classes);
  let sum = 0;
  for (let row = 0; row < labels.length; row++) {
    totals[labels[row]!]! += weights[row]!;
    sum += weights[row]!;
  }
  const present = totals.filter((total) => total > 0).length;
  return totals.map((total) => (total > 0 ? sum / (present * total) : 0));
}
