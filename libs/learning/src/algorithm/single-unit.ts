import { predictProbabilities } from '../model/predict.js';
import type { Algorithm } from './algorithm.js';
import { type PathUnit, pathUnit } from './path-unit.js';

type SingleUnit = Omit<PathUnit, 'path' | 'fitPath'>;

/** An algorithm whose model is fitted in one piece, a candidate at a time; equal candidates (`sameFit`) once. */
export function singleUnit(settings: SingleUnit): Algorithm {
  const { fitWhole } = settings;
  return pathUnit({
    ...settings,
    path: [],
    *fitPath(view, candidates, threads) {
      const model = yield* fitWhole(view, candidates[0]!, threads);
      return [Float64Array.from(predictProbabilities(model, view.validation))];
    },
  });
}
