import { expect, it } from 'vitest';
import { rowProblem } from './row-problem.js';

const COLUMNS = [
  { name: 'a', type: 'integer', allowed: [-1, 0, 1] },
  { name: 'b', type: 'number', minimum: 0, maximum: 10 },
  { name: 'c', type: 'integer' },
] as const;

it.each([
  [['1', '2.5', '7'], undefined],
  [['?', '', 'null'], undefined],
  [['2', '1', '1'], 'column a: "2" is not one of -1, 0, 1'],
  [['1', 'x', '1'], 'column b: "x" is not a number'],
  [['1', '-1', '1'], 'column b: "-1" is less than 0'],
  [['1', '11', '1'], 'column b: "11" is more than 10'],
  [['1', '1', '1.5'], 'column c: "1.5" is not a whole number'],
  [['1', '1e39', '1'], 'column b: "1e39" is not a number'],
  [['1', '1'], undefined],
])('says of %j: %s', (cells, problem) => {
  expect(rowProblem(cells, COLUMNS)).toBe(problem);
});
