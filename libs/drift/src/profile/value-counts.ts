/** Counts each distinct value of a stream until there are more than `limit`; then gives up and frees what it holds. */
export class ValueCounts<T> {
  private counts: Map<T, number> | null = new Map();

  constructor(private readonly limit: number) {}

  add(value: T): void {
    if (this.counts === null) return;
    const count = this.counts.get(value);
    if (count === undefined && this.counts.size === this.limit) {
      this.counts = null;
      return;
    }
    this.counts.set(value, (count ?? 0) + 1);
  }

  /** Pairs of value and count, or null where there were too many values. */
  entries(): [T, number][] | null {
    return this.counts === null ? null : [...this.counts];
  }
}
