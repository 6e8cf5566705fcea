import { countClasses } from '../dataset/training-data.js';
import { LearningError } from '../errors.js';

/** Throws `LEARN_TOO_FEW_ROWS` where `rows` lack a class that the data has; `part` says which rows they are. */
export function assertEveryClass(labels: Int32Array, classes: number, rows: Int32Array, part: string): void {
  const present = countClasses(labels, classes);
  const here = new Int32Array(classes);
  for (const row of rows) here[labels[row]!]!++;
  here.forEach((count, label) => {
    if (count === 0 && present[label]! > 0)
      throw new LearningError('LEARN_TOO_FEW_ROWS', `class ${label} has no rows in ${part}`);
  });
}
