import type { CellValue, JointCounts } from './joint-counts.js';

/** How well one rule predicts the label, on the rows it was read from. */
export interface RuleScore {
  /** Mean over the classes of the share of a class's rows that the rule gets right; 1 / classes is chance. */
  readonly balancedAccuracy: number;
  /** Of the class the rule speaks for; for a whole column, of the class it gets best. */
  readonly f1: number;
  /** Share of the rows the rule speaks about. */
  readonly coverage: number;
}

export interface ValueRule extends RuleScore {
  readonly value: CellValue;
  readonly classIndex: number;
}

export interface ThresholdRule extends RuleScore {
  readonly threshold: number;
  /** The class of values above the threshold. */
  readonly classIndex: number;
}

type Joint = NonNullable<JointCounts['values']>;

/** Values rarer than this are taken together: each alone would predict its own rows. */
const FEWEST_ROWS = 5;

/** Every value predicts the class it is most typical of. */
export function scoreColumn(values: Joint, classes: number): RuleScore {
  const totals = classTotals(values, classes);
  const right = new Array<number>(classes).fill(0);
  const predicted = new Array<number>(classes).fill(0);
  for (const counts of supported(values, classes)) {
    const best = mostTypical(counts, totals);
    right[best] = (right[best] as number) + (counts[best] as number);
    predicted[best] = (predicted[best] as number) + sum(counts);
  }
  const present = totals.flatMap((total, index) => (total > 0 ? [index] : []));
  const f1s = present.map((each) =>
    f1Of(right[each] as number, predicted[each] as number, totals[each] as number),
  );
  const missing = sum(values.find(([value]) => value === null)?.[1] ?? []);
  return {
    balancedAccuracy: mean(present.map((index) => (right[index] as number) / (totals[index] as number))),
    f1: Math.max(0, ...f1s),
    coverage: 1 - missing / Math.max(1, sum(totals)),
  };
}

/** The best rule of the form "this value means that class, every other value does not". */
export function bestValueRule(values: Joint, classes: number): ValueRule | undefined {
  const totals = classTotals(values, classes);
  const rows = sum(totals);
  let best: ValueRule | undefined;
  for (const [value, counts] of values) {
    const covered = sum(counts);
    for (let classIndex = 0; classIndex < classes; classIndex++) {
      const score = scoreSplit(counts[classIndex] as number, covered, totals[classIndex] as number, rows);
      if (best === undefined || score.balancedAccuracy > best.balancedAccuracy)
        best = { value, classIndex, ...score };
    }
  }
  return best;
}

/** The best rule of the form "values above the threshold mean that class". */
export function bestThresholdRule(
  sample: readonly (readonly [number, number])[],
  classes: number,
): ThresholdRule | undefined {
  const sorted = [...sample].sort((a, b) => b[0] - a[0]);
  const totals = new Array<number>(classes).fill(0);
  for (const [, classIndex] of sorted) totals[classIndex] = (totals[classIndex] as number) + 1;
  const above = new Array<number>(classes).fill(0);
  let best: ThresholdRule | undefined;
  for (const [index, [value, own]] of sorted.entries()) {
    above[own] = (above[own] as number) + 1;
    const threshold = sorted[index + 1]?.[0];
    if (threshold === undefined || threshold === value) continue;
    for (let classIndex = 0; classIndex < classes; classIndex++) {
      const score = scoreSplit(
        above[classIndex] as number,
        index + 1,
        totals[classIndex] as number,
        sorted.length,
      );
      if (best === undefined || score.balancedAccuracy > best.balancedAccuracy)
        best = { threshold, classIndex, ...score };
    }
  }
  return best;
}

/** `hits` of the class among the `covered` rows; the class has `total` of all `rows`. */
function scoreSplit(hits: number, covered: number, total: number, rows: number): RuleScore {
  const others = rows - total;
  const coverage = covered / Math.max(1, rows);
  if (total === 0 || others === 0) return { balancedAccuracy: 0, f1: 0, coverage };
  const specificity = 1 - (covered - hits) / others;
  return { balancedAccuracy: (hits / total + specificity) / 2, f1: f1Of(hits, covered, total), coverage };
}

function f1Of(hits: number, predicted: number, actual: number): number {
  return predicted + actual === 0 ? 0 : (2 * hits) / (predicted + actual);
}

function classTotals(values: Joint, classes: number): number[] {
  return Array.from({ length: classes }, (_, index) =>
    sum(values.map(([, counts]) => counts[index] as number)),
  );
}

function supported(values: Joint, classes: number): (readonly number[])[] {
  const kept = values.map(([, counts]) => counts).filter((counts) => sum(counts) >= FEWEST_ROWS);
  const rare = values.filter(([, counts]) => sum(counts) < FEWEST_ROWS);
  return rare.length === 0 ? kept : [...kept, classTotals(rare, classes)];
}

/** The class of which the value covers the largest share, so that a large class does not win by its size. */
function mostTypical(counts: readonly number[], totals: readonly number[]): number {
  const shares = counts.map((count, index) => count / Math.max(1, totals[index] as number));
  return shares.indexOf(Math.max(...shares));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : sum(values) / values.length;
}
