/** Ids of terms in memory that grows; reuse it for the next URL by setting `length` to 0. */
export class TermBuffer {
  ids: Uint32Array;
  /** Ids held. */
  length = 0;
  /** Where the ids of the last URL's host end. */
  hostLength = 0;

  constructor(
    capacity = 4_096,
    private readonly allocate: (length: number) => Uint32Array = (length) => new Uint32Array(length),
  ) {
    this.ids = allocate(capacity);
  }

  /** Makes room for `more` ids. */
  reserve(more: number): void {
    if (this.length + more <= this.ids.length) return;
    const grown = this.allocate(Math.max(this.length + more, this.ids.length * 2));
    grown.set(this.ids.subarray(0, this.length));
    this.ids = grown;
  }
}
