import type { LabelColumn, Verdict } from '@weir/contracts';

/**
 * The data set's label value for a verdict: that of the class which stands for the verdict; where none does, the
 * positive class from a probability of one half, and the other below.
 */
export function labelOfVerdict(label: LabelColumn, verdict: Verdict, probability: number): number | string {
  const named = label.classes.find((each) => each.verdict === verdict);
  if (named !== undefined) return named.value;
  const isPositive = probability >= 0.5;
  const chosen = label.classes.find((each) => (each.name === label.positive) === isPositive);
  if (chosen === undefined) throw new RangeError(`the label ${label.column} has one class only`);
  return chosen.value;
}
