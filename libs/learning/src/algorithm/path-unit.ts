import type { FittedModel } from '../model/fitted-model.js';
import type { Algorithm, Parameters, ScoringUnit } from './algorithm.js';
import { parametersKey } from './parameters-key.js';
import type { TrainingView } from './training-view.js';

/** An algorithm of which one fit answers for several candidates. */
export interface PathUnit extends Pick<Algorithm, 'name' | 'defaultGrid' | 'validate'> {
  /** Candidates that differ in these parameters only share one unit (boosting: `nEstimators`; KNN: `k`, `weights`). */
  readonly path: readonly string[];
  /** A normal form: candidates with the same one give the same model, and stand in `fitPath` once. */
  readonly sameFit?: (parameters: Parameters) => Parameters;
  /** How often `fitPath` yields for these candidates, and `fitWhole` for one; 1 where absent or unknown. */
  readonly steps?: (candidates: readonly Parameters[]) => number;
  /**
   * Probabilities of each candidate, in the order given, for the view's validation rows × classes. The candidates
   * differ from each other, in parameters of `path` only. Yields once a step.
   */
  readonly fitPath: (
    view: TrainingView,
    candidates: readonly Parameters[],
    threads: number,
  ) => Generator<undefined, Float64Array[]>;
  /** The model of one candidate, on all of the view's training rows. Yields once a step. */
  readonly fitWhole: (
    view: TrainingView,
    parameters: Parameters,
    threads: number,
  ) => Generator<undefined, FittedModel>;
}

const asGiven = (parameters: Parameters) => parameters;

function withoutPath(parameters: Parameters, path: readonly string[]): Parameters {
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => !path.includes(name)));
}

/** One unit for all candidates that agree on everything but the path's parameters. */
function planPaths(
  candidates: readonly Parameters[],
  { path, sameFit = asGiven, steps = () => 1 }: PathUnit,
): ScoringUnit[] {
  const paths = new Map<string, number[]>();
  candidates.forEach((parameters, index) => {
    const key = parametersKey(withoutPath(sameFit(parameters), path));
    paths.set(key, [...(paths.get(key) ?? []), index]);
  });
  return [...paths.values()].map((completes, series) => {
    const members = completes.map((index) => candidates[index]!);
    return {
      series,
      parameters: withoutPath(members[0]!, path),
      from: 0,
      to: 1,
      completes,
      candidates: members,
      steps: steps(members),
    };
  });
}

/**
 * An algorithm whose candidates come in paths: one unit a path, fold and search, one array of scores a candidate.
 * The model to serve is fitted in one piece, for one candidate.
 */
export function pathUnit(settings: PathUnit): Algorithm {
  const { name, defaultGrid, validate, sameFit = asGiven, steps = () => 1, fitPath, fitWhole } = settings;
  return {
    name,
    defaultGrid,
    validate,
    planScoring: (candidates) => planPaths(candidates, settings),
    *score(view, unit, threads = 1) {
      const distinct = new Map<string, Parameters>();
      const keys = (unit.candidates ?? []).map((parameters) => {
        const key = parametersKey(sameFit(parameters));
        if (!distinct.has(key)) distinct.set(key, parameters);
        return key;
      });
      const scores = yield* fitPath(view, [...distinct.values()], threads);
      const places = [...distinct.keys()];
      // Equal candidates share an array, also after it has crossed from one thread to another.
      return keys.map((key) => scores[places.indexOf(key)]!);
    },
    assemble: (_, added) => [...added],
    planFitting: (parameters) => [{ parameters, from: 0, to: 1, steps: steps([parameters]) }],
    fit: (view, unit, threads = 1) => fitWhole(view, unit.parameters, threads),
    join: (parts) => parts[0]!,
  };
}
