/** Counts of one class against all others. */
export interface BinaryCounts {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
}

/** Row = true class, column = predicted class, `classes` × `classes`. */
export function confusionMatrix(labels: Int32Array, predicted: Int32Array, classes: number): Float64Array {
  const counts = new Float64Array(classes * classes);
  for (let row = 0; row < labels.length; row++) counts[labels[row]! * classes + predicted[row]!]!++;
  return counts;
}

export function binaryCounts(labels: Int32Array, predicted: Int32Array, positive: number): BinaryCounts {
  let truePositives = 0;
  let falsePositives = 0;
  let falseNegatives = 0;
  for (let row = 0; row < labels.length; row++) {
    const is = labels[row] === positive;
    const said = predicted[row] === positive;
    if (is && said) truePositives++;
    else if (said) falsePositives++;
    else if (is) falseNegatives++;
  }
  const trueNegatives = labels.length - truePositives - falsePositives - falseNegatives;
  return { truePositives, falsePositives, falseNegatives, trueNegatives };
}

/** Shares that have nothing to count are 0, as scikit-learn's `zero_division=0`. */
function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

export function precision(counts: BinaryCounts): number {
  return share(counts.truePositives, counts.truePositives + counts.falsePositives);
}

export function recall(counts: BinaryCounts): number {
  return share(counts.truePositives, counts.truePositives + counts.falseNegatives);
}

export function f1(counts: BinaryCounts): number {
  const twice = 2 * counts.truePositives;
  return share(twice, twice + counts.falsePositives + counts.falseNegatives);
}

/** Share of rows whose class was predicted, over all classes. */
export function accuracy(labels: Int32Array, predicted: Int32Array): number {
  let right = 0;
  for (let row = 0; row < labels.length; row++) if (labels[row] === predicted[row]) right++;
  return share(right, labels.length);
}
