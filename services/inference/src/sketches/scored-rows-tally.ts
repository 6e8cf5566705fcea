import { type Verdict, type VerdictThresholds, verdictOf } from '@weir/contracts';
import { RowSample, SCORE_BINS, type StreamSketch, scoreBin } from '@weir/drift';
import type { ScoredRows } from '../classification/index.js';
import type { ServedModel } from '../model-slot/index.js';

/** What one model version scored in a window: a sample of its rows, and counts of all its answers. */
export class ScoredRowsTally {
  readonly name: string;
  readonly version: number;
  readonly #sample: RowSample;
  readonly #thresholds: VerdictThresholds;
  readonly #scores = new Array<number>(SCORE_BINS).fill(0);
  readonly #verdicts: Record<Verdict, number> = { malicious: 0, suspicious: 0, safe: 0 };

  constructor({ name, version, artifact }: ServedModel, seed: number) {
    this.name = name;
    this.version = version;
    this.#thresholds = artifact.thresholds;
    this.#sample = new RowSample(artifact.featureNames, { seed });
  }

  /** Reads the rows at once and keeps no reference to them. */
  add({ values, rows, probabilities }: Pick<ScoredRows, 'values' | 'rows' | 'probabilities'>): void {
    this.#sample.add(values, rows);
    for (let row = 0; row < rows; row++) {
      const probability = probabilities[row] as number;
      const bin = scoreBin(probability);
      this.#scores[bin] = (this.#scores[bin] as number) + 1;
      this.#verdicts[verdictOf(probability, this.#thresholds)]++;
    }
  }

  /** The sketch, a column between two yields; add no rows meanwhile. */
  *sketchSteps(): Generator<undefined, StreamSketch> {
    const sketch = yield* this.#sample.sketchSteps();
    return sketch.withAnswers({ scores: this.#scores, verdicts: this.#verdicts });
  }
}
