import { checkParameters, POSITIVE_NUMBER } from '../algorithm/parameters.js';
import { pathUnit } from '../algorithm/path-unit.js';
import { predictProbabilities } from '../model/predict.js';
import { IMPUTATION } from '../preprocessing/imputation-rule.js';
import { type Imputation, imputedMatrix } from '../preprocessing/preprocessing.js';
import { fitLogisticRegression, fitRegularisationPath } from './fit.js';

/** `C`: inverse strength of the L2 penalty, above 0. `imputer`: `knn` where absent, or `mean`. */
export const logisticRegression = pathUnit({
  name: 'logistic-regression',
  defaultGrid: { C: [0.01, 0.1, 1, 10] },
  validate: (parameters) => checkParameters(parameters, { C: POSITIVE_NUMBER, imputer: IMPUTATION }, ['C']),
  path: ['C'],
  sameFit: ({ imputer = 'knn', ...rest }) => ({ ...rest, imputer }),
  *fitPath(view, candidates) {
    const imputation = candidates[0]?.imputer as Imputation | undefined;
    const models = yield* fitRegularisationPath(
      view,
      candidates.map(({ C }) => Number(C)),
      imputation,
    );
    // Imputed once for all: it takes longer than the rest of a prediction.
    const validation = yield* imputedMatrix(models[0]!, view.validation);
    return models.map((model) => Float64Array.from(predictProbabilities(model, validation)));
  },
  fitWhole: fitLogisticRegression,
});
