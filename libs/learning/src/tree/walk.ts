import type { BinnedMatrix } from '../binning/binned-matrix.js';
import type { NodeTable } from './node-table.js';

/** Finds leaves by bin codes, for rows that a tree was not grown on. */
export class CodeWalker {
  /** The code that goes left though it is above the node's bin; 256 where there is none. */
  private exceptional = new Int32Array(64);

  constructor(private readonly binned: BinnedMatrix) {}

  /** Makes ready for the tree that `nodes` holds. */
  begin(nodes: NodeTable): void {
    if (this.exceptional.length < nodes.length) this.exceptional = new Int32Array(nodes.column.length);
    for (let node = 0; node < nodes.length; node++) {
      const column = nodes.column[node]!;
      const isMissingLeft = column >= 0 && nodes.missingLeft[node] === 1;
      this.exceptional[node] = isMissingLeft ? this.binned.edges[column]!.length + 1 : 256;
    }
  }

  /** Writes the leaf of each row. */
  findLeaves(nodes: NodeTable, rows: Int32Array, out: Int32Array): void {
    const { codes, rows: all } = this.binned;
    const { column, bin, left } = nodes;
    const { exceptional } = this;
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index]!;
      let node = 0;
      for (let asked = column[0]!; asked >= 0; asked = column[node]!) {
        const code = codes[asked * all + row]!;
        node = left[node]! + ((code > bin[node]! ? 1 : 0) & (code !== exceptional[node]! ? 1 : 0));
      }
      out[index] = node;
    }
  }

  /** Adds the value of its leaf to each row's score: row r's is `scores[r * stride + offset]`. */
  addValues(
    nodes: NodeTable,
    values: Float64Array,
    rows: Int32Array,
    scores: Float64Array,
    stride: number,
    offset: number,
  ): void {
    const { codes, rows: all } = this.binned;
    const { column, bin, left } = nodes;
    const { exceptional } = this;
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index]!;
      let node = 0;
      for (let asked = column[0]!; asked >= 0; asked = column[node]!) {
        const code = codes[asked * all + row]!;
        node = left[node]! + ((code > bin[node]! ? 1 : 0) & (code !== exceptional[node]! ? 1 : 0));
      }
      scores[row * stride + offset]! += values[node]!;
    }
  }
}
