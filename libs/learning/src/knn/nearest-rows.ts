/**
 * The nearest rows seen so far, until their weights reach `wanted`: a row of weight 2 is two neighbours.
 * Nearest first; of equally near rows the one offered first comes first.
 */
export class NearestRows {
  /** Only a row nearer than this can still come in. */
  worst = Number.POSITIVE_INFINITY;
  size = 0;
  distances: Float64Array;
  rows: Int32Array;
  private total = 0;

  constructor(
    private readonly wanted: number,
    private readonly weights: Float64Array,
  ) {
    // Whole weights never need more; lighter ones let it grow.
    const capacity = Math.min(wanted, weights.length) + 1;
    this.distances = new Float64Array(capacity);
    this.rows = new Int32Array(capacity);
  }

  clear(): void {
    this.worst = Number.POSITIVE_INFINITY;
    this.size = 0;
    this.total = 0;
  }

  /** Takes the row in if it is among the nearest. Rows are offered in increasing order. */
  offer(distance: number, row: number): void {
    if (!(distance < this.worst)) return;
    if (this.size === this.rows.length) this.grow();
    const { distances, rows, weights } = this;
    let place = this.size++;
    for (; place > 0 && distances[place - 1]! > distance; place--) {
      distances[place] = distances[place - 1]!;
      rows[place] = rows[place - 1]!;
    }
    distances[place] = distance;
    rows[place] = row;
    this.total += weights[row]!;
    this.dropUnneeded();
  }

  private dropUnneeded(): void {
    let last = this.weights[this.rows[this.size - 1]!]!;
    while (this.total - last >= this.wanted) {
      this.total -= last;
      this.size--;
      last = this.weights[this.rows[this.size - 1]!]!;
    }
    if (this.total >= this.wanted) this.worst = this.distances[this.size - 1]!;
  }

  private grow(): void {
    const { distances, rows } = this;
    this.distances = new Float64Array(rows.length * 2);
    this.rows = new Int32Array(rows.length * 2);
    this.distances.set(distances);
    this.rows.set(rows);
  }
}
