import type { ServedModel } from '../model-slot/index.js';

/** The model with other probabilities: of each row, `change` of what it would have given. */
export function rescored(model: ServedModel, change: (probability: number) => number): ServedModel {
  const score: ServedModel['scorer']['score'] = (values, rows, out) => {
    model.scorer.score(values, rows, out);
    for (let row = 0; row < rows; row++) out[row] = change(out[row] as number);
    return out;
  };
  return { ...model, scorer: Object.assign(Object.create(model.scorer), { score }) };
}

export function asVersion(model: ServedModel, version: number): ServedModel {
  return { ...model, version };
}
