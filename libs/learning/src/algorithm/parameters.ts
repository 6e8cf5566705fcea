import { LearningError } from '../errors.js';
import { CRITERIA, type Criterion } from '../tree/impurity.js';
import type { ParameterGrid, Parameters } from './algorithm.js';

/** What a parameter may be. */
export interface ParameterRule {
  readonly expects: string;
  readonly accepts: (value: string | number) => boolean;
}

export const POSITIVE_INTEGER: ParameterRule = {
  expects: 'an integer of at least 1',
  accepts: (value) => Number.isSafeInteger(value) && Number(value) >= 1,
};

export const POSITIVE_NUMBER: ParameterRule = {
  expects: 'a finite number above 0',
  accepts: (value) => typeof value === 'number' && value > 0 && value < Number.POSITIVE_INFINITY,
};

export const NON_NEGATIVE_NUMBER: ParameterRule = {
  expects: 'a finite number of at least 0',
  accepts: (value) => typeof value === 'number' && value >= 0 && value < Number.POSITIVE_INFINITY,
};

export const SHARE: ParameterRule = {
  expects: 'a number above 0 and at most 1',
  accepts: (value) => typeof value === 'number' && value > 0 && value <= 1,
};

export const CRITERION: ParameterRule = {
  expects: `one of ${CRITERIA.join(', ')}`,
  accepts: (value) => CRITERIA.some((criterion) => criterion === value),
};

/** Throws `LEARN_PARAMETER_INVALID` for an unknown name, a value out of range, or one of `required` left out. */
export function checkParameters(
  parameters: Parameters,
  rules: Readonly<Record<string, ParameterRule>>,
  required: readonly string[],
): void {
  for (const name of required) {
    if (parameters[name] === undefined)
      throw new LearningError('LEARN_PARAMETER_INVALID', `${name} is missing`);
  }
  for (const [name, value] of Object.entries(parameters)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (!rule) {
      throw new LearningError(
        'LEARN_PARAMETER_INVALID',
        `${name} is not one of ${Object.keys(rules).join(', ')}`,
      );
    }
    if (!rule.accepts(value)) {
      throw new LearningError('LEARN_PARAMETER_INVALID', `${name} is ${value}, not ${rule.expects}`);
    }
  }
}

/** Every combination of a grid's values, the last parameter changing fastest. */
export function expandGrid(grid: ParameterGrid): Parameters[] {
  let combinations: Parameters[] = [{}];
  for (const [name, values] of Object.entries(grid)) {
    if (values.length === 0)
      throw new LearningError('LEARN_PARAMETER_INVALID', `${name} has no values to try`);
    combinations = combinations.flatMap((each) => values.map((value) => ({ ...each, [name]: value })));
  }
  return combinations;
}

/** Tree settings out of parameters that were checked. */
export function treeSettings(parameters: Parameters) {
  const number = (name: string) => {
    const value = parameters[name];
    return typeof value === 'number' ? { [name]: value } : {};
  };
  return {
    criterion: (parameters.criterion ?? 'gini') as Criterion,
    ...(number('maxDepth') as { maxDepth?: number }),
    ...(number('minSamplesLeaf') as { minSamplesLeaf?: number }),
    ...(number('maxLeafNodes') as { maxLeafNodes?: number }),
  };
}
