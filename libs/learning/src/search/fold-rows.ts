import type { Problem } from '../algorithm/problem.js';
import { f1 } from '../metrics/confusion.js';
import { rowsWhere } from '../splits/splits.js';

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
  const originals = rowsWhere(foldOf.length, (original) => foldOf[original] === fold);
  const counts = new Int32Array(labels.length);
  for (const original of originals) counts[rowOf[original]!]!++;
  const scored = rowsWhere(labels.length, (row) => counts[row]! > 0);
  const places = new Int32Array(labels.length);
  for (let place = 0; place < scored.length; place++) places[scored[place]!] = place;
  return {
    classes,
    labels: scored.map((row) => labels[row]!),
    counts: scored.map((row) => counts[row]!),
    originals,
    placeOf: originals.map((original) => places[rowOf[original]!]!),
  };
}

/** F1 of the positive class over the fold's original rows; of equally probable classes the first is predicted. */
export function foldF1(rows: FoldRows, scores: Float32Array, positive: number): number {
  const { classes, labels, counts } = rows;
  // By true class, then by predicted: a table has no branches to guess wrong.
  const table = new Int32Array(classes * classes);
  for (let row = 0, from = 0; row < labels.length; row++, from += classes) {
    let predicted = 0;
    let most = scores[from]!;
    for (let index = 1; index < classes; index++) {
      const score = scores[from + index]!;
      predicted = score > most ? index : predicted;
      most = Math.max(most, score);
    }
    table[labels[row]! * classes + predicted]! += counts[row]!;
  }
  const truePositives = table[positive * classes + positive]!;
  let falsePositives = -truePositives;
  let falseNegatives = -truePositives;
  for (let label = 0; label < classes; label++) {
    falsePositives += table[label * classes + positive]!;
    falseNegatives += table[positive * classes + label]!;
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
