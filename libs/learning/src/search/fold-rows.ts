import type { Problem } from '../algorithm/problem.js';
import { f1 } from '../metrics/confusion.js';

/** The rows of one fold as learners score them: each distinct one once, in the order of a view's `validationRows`. */
export interface FoldRows {
  readonly classes: number;
  readonly labels: Int32Array;
  /** How many original rows each stands for. */
  readonly counts: Int32Array;
  /** The fold's original rows, increasing, and the place of each among the scored ones. */
  readonly originals: Int32Array;
  readonly placeOf: Int32Array;
}

export function foldRowsOf(problem: Problem, fold: number): FoldRows {
  const { foldOf, rowOf, labels, classes } = problem;
  const counts = new Int32Array(labels.length);
  let size = 0;
  for (let original = 0; original < rowOf.length; original++) {
    if (foldOf[original] !== fold) continue;
    counts[rowOf[original]!]!++;
    size++;
  }
  const scored = Int32Array.from(labels.keys()).filter((row) => counts[row]! > 0);
  const places = new Int32Array(labels.length);
  for (let place = 0; place < scored.length; place++) places[scored[place]!] = place;
  const originals = new Int32Array(size);
  const placeOf = new Int32Array(size);
  let next = 0;
  for (let original = 0; original < rowOf.length; original++) {
    if (foldOf[original] !== fold) continue;
    originals[next] = original;
    placeOf[next++] = places[rowOf[original]!]!;
  }
  return {
    classes,
    labels: scored.map((row) => labels[row]!),
    counts: scored.map((row) => counts[row]!),
    originals,
    placeOf,
  };
}

/** F1 of the positive class over the fold's original rows; of equally probable classes the first is predicted. */
export function foldF1(rows: FoldRows, scores: Float32Array, positive: number): number {
  const { classes, labels, counts } = rows;
  let truePositives = 0;
  let falsePositives = 0;
  let falseNegatives = 0;
  for (let row = 0, from = 0; row < labels.length; row++, from += classes) {
    let predicted = 0;
    for (let index = 1; index < classes; index++)
      if (scores[from + index]! > scores[from + predicted]!) predicted = index;
    if (labels[row] === positive) {
      if (predicted === positive) truePositives += counts[row]!;
      else falseNegatives += counts[row]!;
    } else if (predicted === positive) falsePositives += counts[row]!;
  }
  return f1({ truePositives, falsePositives, falseNegatives, trueNegatives: 0 });
}

/** Writes the fold's scores to the places of its original rows. */
export function writeToOriginals(
  { originals, placeOf, classes }: FoldRows,
  scores: Float32Array,
  into: Float32Array,
) {
  for (let index = 0; index < originals.length; index++) {
    const to = originals[index]! * classes;
    const from = placeOf[index]! * classes;
    for (let each = 0; each < classes; each++) into[to + each] = scores[from + each]!;
  }
}
