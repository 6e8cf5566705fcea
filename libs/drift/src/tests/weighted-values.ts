/** Sorted distinct values and how often each stands: a sample of any size in the room of its distinct values. */
export interface WeightedValues {
  readonly values: Float64Array;
  readonly counts: Float64Array;
  readonly total: number;
}

export function weightedFromSample(sample: Iterable<number>): WeightedValues {
  const sorted = Float64Array.from(sample).sort();
  const values: number[] = [];
  const counts: number[] = [];
  for (const value of sorted) {
    if (values.length > 0 && values[values.length - 1] === value)
      counts[counts.length - 1] = (counts[counts.length - 1] as number) + 1;
    else {
      values.push(value);
      counts.push(1);
    }
  }
  return { values: Float64Array.from(values), counts: Float64Array.from(counts), total: sorted.length };
}

export function weightedFromCounts(counts: Iterable<readonly [number, number]>): WeightedValues {
  const sorted = [...counts].sort((a, b) => a[0] - b[0]);
  return {
    values: Float64Array.from(sorted, ([value]) => value),
    counts: Float64Array.from(sorted, ([, count]) => count),
    total: sorted.reduce((sum, [, count]) => sum + count, 0),
  };
}
