import type { SearchRequest } from '@weir/contracts';
import { algorithmNames, type ParameterGrid } from '@weir/learning';
import { describe, expect, it } from 'vitest';
import { searchFor } from './search-for.js';

const UCI = { rows: 11_055, columns: 30 };
const URLS = { rows: 50_000, columns: 51 };
const combinations = (grid: ParameterGrid = {}) =>
  Object.values(grid).reduce((product, values) => product * values.length, 1);

describe('searchFor, where nothing is asked', () => {
  it('searches the whole grid of all six on data of UCI’s size', () => {
    expect(searchFor({}, UCI)).toEqual({
      algorithms: algorithmNames(),
      grids: {},
      strategy: { kind: 'grid' },
    });
  });

  it('leaves neighbours out where serving them would be slow', () => {
    expect(searchFor({}, { rows: 16_000, columns: 30 }).algorithms).toContain('knn');
    expect(searchFor({}, { rows: 17_000, columns: 30 }).algorithms).not.toContain('knn');
  });

  it('halves a space of larger boostings on large data, over three rungs at least', () => {
    const { algorithms, grids, strategy } = searchFor({}, URLS);
    expect(algorithms).not.toContain('knn');
    expect(grids['gradient-boosting']).toMatchObject({ maxLeafNodes: [15, 31, 63] });
    expect(Math.max(...(grids['gradient-boosting']?.nEstimators ?? []).map(Number))).toBe(512);
    expect(strategy).toEqual({ kind: 'halving', minResources: 4_000 });
  });

  it('searches less on a million rows', () => {
    const { grids } = searchFor({}, { rows: 1e6, columns: 80 });
    expect(combinations(grids['gradient-boosting'])).toBeLessThan(
      combinations(searchFor({}, URLS).grids['gradient-boosting']) / 3,
    );
  });
});

describe('searchFor, where something is asked', () => {
  it('takes algorithms, values and folds, and keeps the defaults of the rest', () => {
    const grids = { 'decision-tree': { maxDepth: [3] } };
    const found = searchFor(
      { algorithms: ['decision-tree', 'random-forest'], grids, folds: 5, strategy: 'grid' },
      URLS,
    );
    expect(found).toMatchObject({ algorithms: ['decision-tree', 'random-forest'], folds: 5 });
    expect(found.grids['decision-tree']).toEqual({ maxDepth: [3] });
    expect(found.grids['random-forest']).toMatchObject({ maxLeafNodes: [1024] });
    expect(found.strategy).toEqual({ kind: 'grid' });
  });

  it('searches an algorithm whose values are given, also where it is left out by default', () => {
    expect(searchFor({ grids: { knn: { k: [5] } } }, URLS).algorithms).toContain('knn');
  });

  it.each([
    [{ strategy: 'random' }, { kind: 'random', candidates: 20 }],
    [
      { strategy: 'random', candidates: 7 },
      { kind: 'random', candidates: 7 },
    ],
    [{ strategy: 'halving' }, { kind: 'halving', minResources: 884 }],
    [
      { strategy: 'halving', candidates: 9 },
      { kind: 'halving', minResources: 884, from: { kind: 'random', candidates: 9 } },
    ],
  ] as [SearchRequest, object][])('takes the strategy of %j', (request, strategy) => {
    expect(searchFor(request, UCI).strategy).toEqual(strategy);
  });

  it.each([
    ['search.algorithms', { algorithms: ['oracle'] }, /there are logistic-regression, knn/],
    ['search.grids', { grids: { oracle: { k: [1] } } }, /there are logistic-regression, knn/],
    ['search.grids.knn', { algorithms: ['adaboost'], grids: { knn: { k: [1] } } }, /not among/],
    ['search.candidates', { candidates: 5 }, /random and halving/],
    ['search.strategy', { engine: 'ml', strategy: 'halving' }, /grid and random/],
    ['search.algorithms', { engine: 'ml', algorithms: ['adaboost'] }, /decision-tree, random-forest, knn/],
  ] as [string, SearchRequest, RegExp][])('refuses a wrong %s of %j', (field, request, message) => {
    const refused = () => searchFor(request, { rows: 500, columns: 30 });
    expect(refused).toThrow(expect.objectContaining({ code: 'WEIR_REQUEST_INVALID' }));
    expect(refused).toThrow(message);
    expect(refused).toThrow(new RegExp(`^${field.replaceAll('.', '\\.')}: `));
  });
});

describe('the engine "ml"', () => {
  it('searches the three packages on small data, with a fitter to be loaded by name', async () => {
    const { algorithms, fitter } = searchFor({ engine: 'ml' }, { rows: 500, columns: 30 });
    expect(algorithms).toEqual(['decision-tree', 'random-forest', 'knn']);
    const module: Record<string, unknown> = await import(fitter?.module ?? '');
    expect(module[fitter?.name ?? '']).toBeTypeOf('function');
  });

  it('refuses what would take too long, and says what can be done', () => {
    expect(() => searchFor({ engine: 'ml' }, UCI)).toThrow(
      /"ml" cannot fit decision-tree, random-forest on 11055 rows × 30 columns.* only knn there/,
    );
    expect(searchFor({ engine: 'ml', algorithms: ['knn'] }, UCI).algorithms).toEqual(['knn']);
    expect(() => searchFor({ engine: 'ml' }, { rows: 1e6, columns: 80 })).toThrow(/none of its algorithms/);
  });
});
