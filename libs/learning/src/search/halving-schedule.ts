import { LearningError } from '../errors.js';

export interface HalvingSettings {
  readonly candidates: number;
  readonly factor: number;
  readonly minResources: number;
  readonly maxResources: number;
}

/** One round of a halving. */
export interface PlannedRung {
  readonly candidates: number;
  readonly resources: number;
}

/** Whole number of times `value` can be divided by `factor` without falling below 1. */
function wholeLogarithm(value: number, factor: number): number {
  let powers = 0;
  for (let rest = value / factor; rest >= 1; rest /= factor) powers++;
  return powers;
}

/** How many of them go on to the next rung. */
export function survivorsOf(candidates: number, factor: number): number {
  return Math.ceil(candidates / factor);
}

function assertSettings({ factor, minResources, maxResources }: HalvingSettings): void {
  const fault = (detail: string) => new LearningError('LEARN_PARAMETER_INVALID', detail);
  if (!(factor > 1 && factor < Number.POSITIVE_INFINITY)) throw fault(`factor is ${factor}, not above 1`);
  for (const [name, value] of Object.entries({ minResources, maxResources })) {
    if (!Number.isSafeInteger(value) || value < 1)
      throw fault(`${name} is ${value}, not an integer of at least 1`);
  }
  if (minResources > maxResources) throw fault(`minResources is ${minResources}, above ${maxResources}`);
}

/**
 * The rungs, as scikit-learn's HalvingGridSearchCV lays them out with `min_resources='exhaust'`, except that the last
 * has all the resources and not the greatest multiple below. Throws `LEARN_PARAMETER_INVALID`.
 */
export function halvingSchedule(settings: HalvingSettings): PlannedRung[] {
  assertSettings(settings);
  const { factor, minResources, maxResources } = settings;
  const wanted = 1 + wholeLogarithm(settings.candidates, factor);
  const first = Math.max(minResources, Math.floor(maxResources / factor ** (wanted - 1)));
  const possible = 1 + wholeLogarithm(Math.floor(maxResources / first), factor);
  const rungs: PlannedRung[] = [];
  let { candidates } = settings;
  for (let rung = 0; rung < Math.min(wanted, possible); rung++) {
    rungs.push({ candidates, resources: Math.min(maxResources, Math.floor(first * factor ** rung)) });
    candidates = survivorsOf(candidates, factor);
  }
  const last = rungs.pop()!;
  return [...rungs, { ...last, resources: maxResources }];
}
