import type { SearchRequest } from '@weir/contracts';
import { algorithmNames, type ParameterGrid } from '@weir/learning';
import { describe, expect, it } from 'vitest';
import { searchFor } from './search-for.js';

const UCI = { rows: 11_055, columns: 30 };
const URLS = { rows: 50_000, columns: 51 };
const combinations = (grid: ParameterGrid = {}) =>
  Object.values(grid).reduce((product, values) => product * values.length, 1);

describe('searchFor, where nothing is asked', () => {
  it('searches the whole grid of all six on data of UCI’s size', async () => {
    expect(await searchFor({}, UCI)).toEqual({
      algorithms: algorithmNames(),
      grids: {},
      strategy: { kind: 'grid' },
    });
  });

  it('leaves neighbours out where serving them would be slow', async () => {
    expect((await searchFor({}, { rows: 16_000, columns: 30 })).algorithms).toContain('knn');
    expect((await searchFor({}, { rows: 17_000, columns: 30 })).algorithms).not.toContain('knn');
  });

  it('halves a space of larger boostings on large data', async () => {
    const { algorithms, grids, strategy } = await searchFor({}, URLS);
    expect(algorithms).not.toContain('knn');
    expect(grids['gradient-boosting']).toMatchObject({ maxLeafNodes: [15, 31, 63] });
    expect(Math.max(...(grids['gradient-boosting']?.nEstimators ?? []).map(Number))).toBe(512);
    expect(strategy).toEqual({ kind: 'halving', minResources: 4_000 });
  });

  it('searches less on a million rows', async () => {
    const onMany = await searchFor({}, { rows: 1e6, columns: 80 });
    const onFewer = await searchFor({}, URLS);
    expect(combinations(onMany.grids['gradient-boosting'])).toBeLessThan(
      combinations(onFewer.grids['gradient-boosting']) / 3,
    );
  });
});

describe('searchFor, where something is asked', () => {
  it('takes algorithms, values and folds, and keeps the defaults of the rest', async () => {
    const grids = { 'decision-tree': { maxDepth: [3] } };
    const found = await searchFor(
      { algorithms: ['decision-tree', 'random-forest'], grids, folds: 5, strategy: 'grid' },
      URLS,
    );
    expect(found).toMatchObject({ algorithms: ['decision-tree', 'random-forest'], folds: 5 });
    expect(found.grids['decision-tree']).toEqual({ maxDepth: [3] });
    expect(found.grids['random-forest']).toMatchObject({ maxLeafNodes: [1024] });
    expect(found.strategy).toEqual({ kind: 'grid' });
  });

  it('searches an algorithm whose values are given, also where it is left out by default', async () => {
    expect((await searchFor({ grids: { knn: { k: [5] } } }, URLS)).algorithms).toContain('knn');
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
  ] as [SearchRequest, object][])('takes the strategy of %j', async (request, strategy) => {
    expect((await searchFor(request, UCI)).strategy).toEqual(strategy);
  });

  it.each([
    ['search.algorithms', { algorithms: ['oracle'] }, /there are logistic-regression, knn/],
    ['search.grids', { grids: { oracle: { k: [1] } } }, /there are logistic-regression, knn/],
    ['search.grids.knn', { algorithms: ['adaboost'], grids: { knn: { k: [1] } } }, /not among/],
    ['search.candidates', { candidates: 5 }, /random and halving/],
    ['search.strategy', { engine: 'ml', strategy: 'halving' }, /grid and random/],
    ['search.algorithms', { engine: 'ml', algorithms: ['adaboost'] }, /decision-tree, random-forest, knn/],
  ] as [string, SearchRequest, RegExp][])('refuses a wrong %s of %j', async (field, request, message) => {
    const refusal = await searchFor(request, { rows: 500, columns: 30 }).catch((error: Error) => error);
    expect(refusal).toMatchObject({ code: 'WEIR_REQUEST_INVALID', message: expect.stringMatching(message) });
    expect(refusal).toMatchObject({ message: expect.stringContaining(`${field}: `) });
  });
});

describe('the engine "ml"', () => {
  it('searches the three packages on small data, with a fitter to be loaded by name', async () => {
    const { algorithms, fitter } = await searchFor({ engine: 'ml' }, { rows: 500, columns: 30 });
    expect(algorithms).toEqual(['decision-tree', 'random-forest', 'knn']);
    const module: Record<string, unknown> = await import(fitter?.module ?? '');
    expect(module[fitter?.name ?? '']).toBeTypeOf('function');
  });

  it('refuses what would take too long, and says what can be done', async () => {
    await expect(searchFor({ engine: 'ml' }, UCI)).rejects.toThrow(
      /"ml" cannot fit decision-tree, random-forest on 11055 rows × 30 columns.* only knn there/,
    );
    expect((await searchFor({ engine: 'ml', algorithms: ['knn'] }, UCI)).algorithms).toEqual(['knn']);
    await expect(searchFor({ engine: 'ml' }, { rows: 1e6, columns: 80 })).rejects.toThrow(
      /none of its algorithms/,
    );
  });
});
