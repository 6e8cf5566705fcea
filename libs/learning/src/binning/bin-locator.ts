/** Cells of the grid laid over a column's edges. */
const CELLS = 1024;

/**
 * Finds the bin of a value: the first edge at or above it; a missing value's code follows the last bin.
 * A grid of equal cells over the edges says between which of them a value can lie, mostly leaving no more than one to
 * compare with. The cell of a value never falls as the value rises, so the answer is that of a search over all edges.
 */
export class BinLocator {
  /** For each cell, the number of edges in the cells before it. */
  private readonly before: Uint8Array;
  private readonly lowest: number;
  private readonly scale: number;

  constructor(private readonly edges: Float32Array) {
    this.lowest = edges[0] ?? 0;
    const range = (edges[edges.length - 1] ?? 0) - this.lowest;
    this.scale = range > 0 && range < Number.POSITIVE_INFINITY ? (CELLS - 1) / range : 0;
    this.before = new Uint8Array(CELLS + 1);
    for (const edge of edges) this.before[this.cellOf(edge) + 1]!++;
    for (let cell = 0; cell < CELLS; cell++) this.before[cell + 1]! += this.before[cell]!;
  }

  private cellOf(value: number): number {
    return Math.min(CELLS - 1, Math.max(0, Math.floor((value - this.lowest) * this.scale)));
  }

  binOf(value: number): number {
    const { edges, before } = this;
    // biome-ignore lint/suspicious/noSelfCompare: the cheapest test for NaN, of every value there is
    if (value !== value) return edges.length + 1;
    const cell = this.cellOf(value);
    let low = before[cell]!;
    let high = before[cell + 1]!;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (value <= edges[middle]!) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
