import type { FittedModel } from '../model/fitted-model.js';
import { predictProbabilities } from '../model/predict.js';
import type { Algorithm, Parameters, ScoringUnit } from './algorithm.js';
import type { TrainingView } from './training-view.js';

interface SingleUnit extends Pick<Algorithm, 'name' | 'defaultGrid' | 'validate'> {
  readonly fitWhole: (view: TrainingView, parameters: Parameters) => Generator<undefined, FittedModel>;
  /** Candidates with the same key give the same model, and are fitted once. */
  readonly sameFit: (parameters: Parameters) => Parameters;
}

/** Groups equal candidates; the first of each group is fitted for all. */
function planScoring(candidates: readonly Parameters[], sameFit: SingleUnit['sameFit']): ScoringUnit[] {
  const units = new Map<string, { parameters: Parameters; completes: number[] }>();
  candidates.forEach((parameters, index) => {
    const key = JSON.stringify(sameFit(parameters));
    const unit = units.get(key);
    if (unit) unit.completes.push(index);
    else units.set(key, { parameters, completes: [index] });
  });
  return [...units.values()].map((unit, series) => ({ ...unit, series, from: 0, to: 1 }));
}

/** An algorithm whose model is fitted in one piece. */
export function singleUnit(settings: SingleUnit): Algorithm {
  const { fitWhole, sameFit, ...rest } = settings;
  return {
    ...rest,
    planScoring: (candidates) => planScoring(candidates, sameFit),
    *score(view, unit) {
      const model = yield* fitWhole(view, unit.parameters);
      return [Float64Array.from(predictProbabilities(model, view.validation))];
    },
    assemble: (unit, added) => unit.completes.map(() => added[0]!),
    planFitting: (parameters) => [{ parameters, from: 0, to: 1 }],
    fit: (view, unit) => fitWhole(view, unit.parameters),
    join: (parts) => parts[0]!,
  };
}
