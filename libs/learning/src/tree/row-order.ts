/**
 * The rows of a growing tree, node by node, in two buffers: a node at an even depth has its rows in the first, its
 * children theirs in the second, over the same range. So rows are moved once a split, with nothing to copy back.
 * In shared memory, for threads that count.
 */
export class RowOrder {
  /** Rows of the root. */
  length = 0;
  readonly sides: readonly [Int32Array, Int32Array];

  constructor(capacity: number) {
    const create = () => new Int32Array(new SharedArrayBuffer(Math.max(4, capacity * 4)));
    this.sides = [create(), create()];
  }

  /** Gives the root the rows of all `parts`. */
  begin(...parts: readonly Int32Array[]): void {
    this.length = 0;
    for (const part of parts) {
      this.sides[0].set(part, this.length);
      this.length += part.length;
    }
  }

  /** The buffer in which nodes of this depth have their rows. */
  at(depth: number): Int32Array {
    return this.sides[(depth & 1) as 0 | 1];
  }
}
