/** Rows of one value, or of values between two. */
export interface Bin {
  readonly label: string;
  readonly current: number;
  readonly reference: number;
}

/** The same bins as shares of all rows: samples of different size can be compared. */
export function shares(bins: readonly Bin[]): Bin[] {
  const sum = (of: (bin: Bin) => number): number => bins.reduce((all, bin) => all + of(bin), 0) || 1;
  const [current, reference] = [sum((bin) => bin.current), sum((bin) => bin.reference)];
  return bins.map((bin) => ({
    label: bin.label,
    current: bin.current / current,
    reference: bin.reference / reference,
  }));
}

export function tallest(bins: readonly Bin[]): number {
  return Math.max(0, ...bins.flatMap(({ current, reference }) => [current, reference]));
}

type Counted = readonly (readonly [number | string, number])[];

/** Counts by value, now and in a reference, in the order of the values: numbers by size, words as they come. */
export function valueBins(current: Counted, reference: Counted = []): Bin[] {
  const found = new Map<number | string, [number, number]>();
  for (const [value, rows] of current) found.set(value, [rows, 0]);
  for (const [value, rows] of reference) found.set(value, [found.get(value)?.[0] ?? 0, rows]);
  return [...found]
    .sort(([a], [b]) => (typeof a === 'number' && typeof b === 'number' ? a - b : 0))
    .map(([value, [now, before]]) => ({ label: String(value), current: now, reference: before }));
}
