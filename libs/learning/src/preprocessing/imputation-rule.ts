import type { ParameterRule } from '../algorithm/parameters.js';
import type { Imputation } from './preprocessing.js';

const IMPUTATIONS: readonly Imputation[] = ['knn', 'mean'];

/** What the parameter `imputer` may be. */
export const IMPUTATION: ParameterRule = {
  expects: `one of ${IMPUTATIONS.join(', ')}`,
  accepts: (value) => IMPUTATIONS.some((imputation) => imputation === value),
};
