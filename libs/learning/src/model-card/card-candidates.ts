import type { ArtifactCandidate } from '../artifact/model-artifact.js';

/** The best configuration of one algorithm. */
export interface CardCandidate {
  readonly algorithm: string;
  readonly parameters: ArtifactCandidate['parameters'];
  readonly meanF1: number;
  readonly standardDeviation: number;
  /** How many configurations of the algorithm were tried. */
  readonly tried: number;
  /** Working time; null where it is not known. */
  readonly seconds: number | null;
  /** Of a halving: the rung its score is of. */
  readonly rung?: number;
}

type Tried = ArtifactCandidate & { readonly seconds?: number };

/** Those that came further in a halving are better: their scores are of more rows. */
function isBetter(a: Tried, b: Tried): boolean {
  const rungs = (a.rung ?? 0) - (b.rung ?? 0);
  return rungs === 0 ? a.meanF1 > b.meanF1 : rungs > 0;
}

/** The best candidate of each algorithm, the best algorithm first. */
export function bestOfEach(candidates: readonly Tried[]): CardCandidate[] {
  const best = new Map<string, Tried>();
  const tried = new Map<string, number>();
  for (const each of candidates) {
    const known = best.get(each.algorithm);
    if (!known || isBetter(each, known)) best.set(each.algorithm, each);
    tried.set(each.algorithm, (tried.get(each.algorithm) ?? 0) + 1);
  }
  return [...best.values()]
    .toSorted((a, b) => (isBetter(a, b) ? -1 : isBetter(b, a) ? 1 : 0))
    .map(({ foldF1: _, ...each }) => ({
      ...each,
      seconds: each.seconds ?? null,
      tried: tried.get(each.algorithm)!,
    }));
}
