/** Zeros for a matrix, in memory that another thread can be handed without a copy. */
export function sharedMatrix(rows: number, columns: number): Float32Array {
  return new Float32Array(new SharedArrayBuffer(rows * columns * Float32Array.BYTES_PER_ELEMENT));
}
