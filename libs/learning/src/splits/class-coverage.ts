import { countClasses } from '../dataset/training-data.js';
import { LearningError } from '../errors.js';

/** Throws `LEARN_TOO_FEW_ROWS` where a part lacks a class that the data has. */
export function assertEveryClassEverywhere(
  labels: Int32Array,
  classes: number,
  partOf: Int32Array,
  parts: number,
): void {
  const counts = Array.from({ length: parts }, () => new Int32Array(classes));
  labels.forEach((label, row) => {
    counts[partOf[row]!]![label]!++;
  });
  const present = countClasses(labels, classes);
  counts.forEach((each, part) => {
    each.forEach((count, label) => {
      if (count === 0 && present[label]! > 0) {
        throw new LearningError(
          'LEARN_TOO_FEW_ROWS',
          `class ${label} has no rows in part ${part} of ${parts}`,
        );
      }
    });
  });
}
