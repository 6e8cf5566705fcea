import { populationStabilityIndex } from '@weir/drift';

const BINS = 20;
/** Above so many pairs all counts are halved: what is older than a few times as many counts for nothing. */
const MEMORY = 50_000;

/** How the challenger's probabilities lie beside the champion's on the same rows, over the last many of them. */
export class ScoreDrift {
  readonly #champion = new Array<number>(BINS).fill(0);
  readonly #challenger = new Array<number>(BINS).fill(0);
  #pairs = 0;
  #sum = 0;

  add(champion: number, challenger: number): void {
    count(this.#champion, champion);
    count(this.#challenger, challenger);
    this.#pairs += 1;
    this.#sum += challenger - champion;
    if (this.#pairs >= MEMORY) this.#halve();
  }

  /** Over twenty bins of equal width; 0 of nothing. */
  stabilityIndex(): number {
    return this.#pairs === 0 ? 0 : populationStabilityIndex(this.#champion, this.#challenger);
  }

  /** Positive where the challenger suspects more; 0 of nothing. */
  meanShift(): number {
    return this.#pairs === 0 ? 0 : this.#sum / this.#pairs;
  }

  #halve(): void {
    for (const counts of [this.#champion, this.#challenger]) {
      for (const [bin, each] of counts.entries()) counts[bin] = each / 2;
    }
    this.#pairs /= 2;
    this.#sum /= 2;
  }
}

function count(counts: number[], probability: number): void {
  const bin = Math.min(BINS - 1, Math.floor(probability * BINS));
  counts[bin] = (counts[bin] as number) + 1;
}
