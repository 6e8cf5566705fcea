import { checkParameters, POSITIVE_NUMBER } from '../algorithm/parameters.js';
import { singleUnit } from '../algorithm/single-unit.js';
import { fitLogisticRegression } from './fit.js';

/** `C`: inverse strength of the L2 penalty, above 0. */
export const logisticRegression = singleUnit({
  name: 'logistic-regression',
  defaultGrid: { C: [0.01, 0.1, 1, 10] },
  validate: (parameters) => checkParameters(parameters, { C: POSITIVE_NUMBER }, ['C']),
  sameFit: (parameters) => parameters,
  fitWhole: (view, parameters) => fitLogisticRegression(view, Number(parameters.C)),
});
