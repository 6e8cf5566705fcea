import type { FittingUnit, Parameters, ScoringUnit } from '../algorithm/algorithm.js';

/** Trees a worker grows in one go: small enough to share out evenly, large enough to be worth a message. */
const TREES_A_UNIT = 8;

/** Everything but the number of trees: candidates that agree on this share one growing forest. */
function withoutSize(parameters: Parameters): Parameters {
  const { nEstimators: _, ...rest } = parameters;
  return rest;
}

/** Cuts [0, size) at multiples of the unit and at each stage. */
function cuts(size: number, stages: readonly number[]): number[] {
  const borders = new Set(stages);
  for (let border = 0; border < size; border += TREES_A_UNIT) borders.add(border);
  return [...borders.add(0).add(size)].sort((a, b) => a - b);
}

export function planForestFitting(parameters: Parameters): FittingUnit[] {
  const borders = cuts(Number(parameters.nEstimators), []);
  return borders.slice(1).map((to, index) => ({ parameters, from: borders[index]!, to }));
}

/** One series for all sizes of an otherwise equal forest: every size is read off on the way to the largest. */
export function planForestScoring(candidates: readonly Parameters[]): ScoringUnit[] {
  const series = new Map<string, number[]>();
  candidates.forEach((parameters, index) => {
    const key = JSON.stringify(withoutSize(parameters));
    series.set(key, [...(series.get(key) ?? []), index]);
  });
  const sizeOf = (candidate: number) => Number(candidates[candidate]!.nEstimators);
  return [...series.values()].flatMap((members, number) => {
    const sizes = members.map(sizeOf);
    const borders = cuts(Math.max(...sizes), sizes);
    return borders.slice(1).map((to, index) => ({
      series: number,
      parameters: withoutSize(candidates[members[0]!]!),
      from: borders[index]!,
      to,
      completes: members.filter((member) => sizeOf(member) === to),
    }));
  });
}
