import { ValidateBy } from 'class-validator';

/** Values to try, by algorithm and parameter. */
export type ParameterGrids = Record<string, Record<string, (string | number)[]>>;

/** Of one algorithm's grid: more would take days. */
const MOST_COMBINATIONS = 10_000;
const MOST_ALGORITHMS = 20;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isValue(value: unknown): boolean {
  return typeof value === 'string' ? value.length <= 100 : Number.isFinite(value);
}

function isGrid(value: unknown): boolean {
  if (!isRecord(value)) return false;
  let combinations = 1;
  for (const values of Object.values(value)) {
    if (!Array.isArray(values) || values.length === 0 || !values.every(isValue)) return false;
    combinations *= values.length;
    if (combinations > MOST_COMBINATIONS) return false;
  }
  return true;
}

/** Lists of numbers or texts by parameter, by algorithm. Which there are is for the search to say. */
export function IsParameterGrids(): PropertyDecorator {
  return ValidateBy({
    name: 'isParameterGrids',
    validator: {
      validate: (value) =>
        isRecord(value) && Object.keys(value).length <= MOST_ALGORITHMS && Object.values(value).every(isGrid),
      defaultMessage: () =>
        `$property must give lists of numbers or texts by algorithm and parameter, at most ${MOST_COMBINATIONS} combinations each: {"knn": {"k": [3, 5]}}`,
    },
  });
}
