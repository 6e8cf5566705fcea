/** Working memory of `predictProbabilities`, kept between batches so that scoring allocates nothing. */
export class PredictionScratch {
  private memory = new Float64Array(0);

  /** Zeroed space for `length` sums. */
  sums(length: number): Float64Array {
    if (this.memory.length < length) this.memory = new Float64Array(Math.max(length, this.memory.length * 2));
    const sums = this.memory.length === length ? this.memory : this.memory.subarray(0, length);
    return sums.fill(0);
  }
}
