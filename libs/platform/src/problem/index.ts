export { type Problem, problemOf, problemType } from './problem.js';
export { ProblemFilter } from './problem-filter.js';
