import { seededRandom } from '../random/random.js';

export interface StreamOptions {
  readonly rows: number;
  readonly keys: number;
  /** Share of the keys that are positive. */
  readonly prevalence: number;
  /** Distance of the two classes in standard deviations, as the model sees them: 0 tells nothing, 4 nearly all. */
  readonly separation: number;
  readonly seed: number;
  /** Another model on the same rows, of other errors, has another number here. */
  readonly noise?: number;
}

export interface SimulatedRow {
  readonly key: number;
  /** Exactly calibrated: of all rows at this probability, this share is positive. */
  readonly probability: number;
  readonly positive: boolean;
}

/** Half of what a model errs by is the key's, so that a key's rows err together. */
const OF_KEY = Math.SQRT1_2;
/** Keeps the streams of random numbers of different models apart. */
const STREAM = 7_919;

/**
 * Rows with known labels as one model scores them. A key's rows have one label; few keys have many rows, most have few.
 * The model sees a Gaussian of unit variance around ± half the separation, whose posterior is the probability.
 */
export function simulateStream(options: StreamOptions): SimulatedRow[] {
  const { rows, keys, prevalence, separation, seed, noise = 0 } = options;
  const world = seededRandom(seed);
  const labels = Array.from({ length: keys }, () => world() < prevalence);
  const model = gaussian(seededRandom(seed + STREAM * (noise + 1)));
  const ofKeys = labels.map(() => model());
  const prior = Math.log(prevalence / (1 - prevalence));
  return Array.from({ length: rows }, () => {
    const key = Math.floor(keys * world() ** 2);
    const positive = labels[key] as boolean;
    const error = OF_KEY * (ofKeys[key] as number) + OF_KEY * model();
    const seen = (positive ? separation : -separation) / 2 + error;
    return { key, probability: 1 / (1 + Math.exp(-(prior + separation * seen))), positive };
  });
}

/** Box and Muller. */
function gaussian(uniform: () => number): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}
