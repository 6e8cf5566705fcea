import type { UrlSketchPublished } from '@weir/contracts';
import { RowSample, scoreBin, sketchToJson } from '@weir/drift';

export interface SketchedStream {
  readonly seed: number;
  readonly rows?: number;
  readonly shift?: number;
  readonly name?: string;
  readonly version?: number;
  readonly process?: string;
  /** Number of its window of a minute. */
  readonly window?: number;
}

export const SKETCHED_COLUMNS = ['length', 'flag', 'ratio'];
/** When window 0 begins. */
export const EPOCH = Date.parse('2026-03-01T12:00:00.000Z');
export const WINDOW_MS = 60_000;

/** A linear congruential generator: the same rows in every run. */
function uniform(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** A sketch as inference publishes it; `shift` moves the first column and the scores. */
export function sketchedStream(stream: SketchedStream): UrlSketchPublished {
  const {
    seed,
    rows = 1_000,
    shift = 0,
    name = 'url',
    version = 1,
    process = `p${seed}`,
    window = 0,
  } = stream;
  const random = uniform(seed);
  const sample = new RowSample(SKETCHED_COLUMNS, { seed });
  const scores = new Array<number>(10).fill(0);
  const verdicts = { malicious: 0, suspicious: 0, safe: 0 };
  for (let row = 0; row < rows; row++) {
    const length = Math.round(20 - 15 * Math.log(1 - random()) * (1 + shift));
    sample.add(Float32Array.of(length, random() < 0.3 ? 1 : 0, random()), 1);
    const score = Math.min(1, random() ** 2 * (1 + shift));
    const bin = scoreBin(score);
    scores[bin] = (scores[bin] ?? 0) + 1;
    verdicts[score > 0.9 ? 'malicious' : score > 0.6 ? 'suspicious' : 'safe']++;
  }
  return {
    id: `${process}/${version}/${window}`,
    model: { name, version },
    process,
    from: new Date(EPOCH + window * WINDOW_MS).toISOString(),
    to: new Date(EPOCH + (window + 1) * WINDOW_MS).toISOString(),
    rows,
    sketch: { ...sketchToJson(sample.sketch().withAnswers({ scores, verdicts })) },
  };
}
