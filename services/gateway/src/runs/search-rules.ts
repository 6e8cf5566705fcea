import type { Issue, SearchRequest } from '@weir/contracts';
import {
  algorithmNames,
  algorithmOf,
  LearningError,
  type ParameterGrid,
  type Parameters,
} from '@weir/learning';
import { invalidRequest, issue } from '../http/request-validation.js';

/** The algorithms of the engine "ml". */
const ML_NAMES: readonly string[] = ['decision-tree', 'random-forest', 'knn'];

/** Checks what class rules cannot: which algorithms and parameters there are, and what goes with what. Throws `WEIR_REQUEST_INVALID`. */
export function checkSearch(search: SearchRequest): void {
  const names = search.engine === 'ml' ? ML_NAMES : algorithmNames();
  const issues = [...algorithmIssues(search, names), ...gridIssues(search, names), ...strategyIssues(search)];
  if (issues.length > 0) throw invalidRequest(issues);
}

function unknown(path: string, name: string, names: readonly string[]): Issue {
  return issue(path, 'isIn', `there is no algorithm "${name.slice(0, 50)}"; there are ${names.join(', ')}`);
}

function algorithmIssues({ algorithms = [] }: SearchRequest, names: readonly string[]): Issue[] {
  return algorithms.flatMap((name, index) =>
    names.includes(name) ? [] : [unknown(`search.algorithms.${index}`, name, names)],
  );
}

function gridIssues({ algorithms, grids = {}, engine }: SearchRequest, names: readonly string[]): Issue[] {
  return Object.entries(grids).flatMap(([name, grid]) => {
    const path = `search.grids.${name.slice(0, 50)}`;
    if (!names.includes(name)) return [unknown(path, name, names)];
    if (algorithms !== undefined && !algorithms.includes(name))
      return [issue(path, 'isIn', `${name} is not among search.algorithms`)];
    // What the packages' parameters may be is theirs to say, when they fit.
    return engine === 'ml' ? [] : valueIssues(path, name, grid);
  });
}

function firstValues(grid: ParameterGrid): Parameters {
  return Object.fromEntries(Object.entries(grid).map(([parameter, [value = '']]) => [parameter, value]));
}

/** Of each value beside the algorithm's usual ones, and of what the grid lacks. */
function valueIssues(path: string, name: string, grid: ParameterGrid): Issue[] {
  const { defaultGrid, validate } = algorithmOf(name);
  const usual = firstValues(defaultGrid);
  const found = Object.entries(grid).flatMap(([parameter, values]) =>
    values.flatMap((value) => {
      const fault = faultOf(() => validate({ ...usual, [parameter]: value }));
      return fault === null ? [] : [issue(`${path}.${parameter}`, 'isIn', fault)];
    }),
  );
  if (found.length > 0) return found;
  const lack = faultOf(() => validate(firstValues(grid)));
  return lack === null ? [] : [issue(path, 'isIn', lack)];
}

function faultOf(check: () => void): string | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof LearningError) return error.detail;
    throw error;
  }
}

function strategyIssues({ strategy, candidates, engine }: SearchRequest): Issue[] {
  const issues: Issue[] = [];
  if (candidates !== undefined && strategy !== 'random' && strategy !== 'halving') {
    issues.push(
      issue('search.candidates', 'oneOf', 'how many to draw goes with the strategy random or halving'),
    );
  }
  if (engine === 'ml' && strategy === 'halving')
    issues.push(issue('search.strategy', 'isIn', 'the engine "ml" has grid and random'));
  return issues;
}
