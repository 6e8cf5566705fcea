/** Scores of candidates, by fold, for as long as they may turn out to be the best's. */
export class HeldScores {
  private readonly held = new Map<number, Map<number, Float32Array>>();
  private size = 0;

  /** Together, in bytes. */
  get bytes(): number {
    return this.size;
  }

  keep(candidate: number, fold: number, scores: Float32Array): void {
    const folds = this.held.get(candidate) ?? new Map<number, Float32Array>();
    this.held.set(candidate, folds.set(fold, scores));
    this.size += scores.byteLength;
  }

  drop(candidate: number): void {
    for (const scores of this.held.get(candidate)?.values() ?? []) this.size -= scores.byteLength;
    this.held.delete(candidate);
  }

  candidates(): number[] {
    return [...this.held.keys()];
  }

  of(candidate: number, fold: number): Float32Array | undefined {
    return this.held.get(candidate)?.get(fold);
  }
}
