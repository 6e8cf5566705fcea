import { SCOPES } from '@weir/contracts';

/** Values to offer for options that take others as well: schemas and learners can be a user's own. */
export const USUAL_VALUES: Readonly<Record<string, readonly string[]>> = {
  '--schema': ['url', 'uci-30', 'uci-9'],
  '--scope': SCOPES,
  '--alias': ['champion', 'challenger'],
  '--algorithms': [
    'logistic-regression',
    'knn',
    'decision-tree',
    'adaboost',
    'random-forest',
    'gradient-boosting',
  ],
};
