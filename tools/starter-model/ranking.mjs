/** Positives and negatives by score. */
export class RankedPredictions {
  constructor(positives, negatives) {
    this.positives = Float32Array.from(positives).sort();
    this.negatives = Float32Array.from(negatives).sort();
  }

  /** Area under the ROC curve (Mann–Whitney); ties count half. */
  area() {
    const { positives, negatives } = this;
    let below = 0;
    let upTo = 0;
    let sum = 0;
    for (const score of positives) {
      while (below < negatives.length && negatives[below] < score) below++;
      while (upTo < negatives.length && negatives[upTo] <= score) upTo++;
      sum += (below + upTo) / 2;
    }
    return sum / (positives.length * negatives.length);
  }

  /** Share of positives above the threshold that lets through at most `rate` of the negatives. */
  recallAt(rate) {
    const allowed = Math.floor(rate * this.negatives.length);
    const highest = this.negatives[this.negatives.length - 1 - allowed] ?? Number.NEGATIVE_INFINITY;
    return this.positives.filter((each) => each > highest).length / this.positives.length;
  }
}
