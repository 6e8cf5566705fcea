import { describe, expect, it } from 'vitest';
import { noisyData } from '../../reference/load.ts';
import { matrixOf } from '../dataset/matrix.js';
import { createRandom } from '../random/random.js';
import { type Candidate, type SearchOptions, type SearchProgress, searchModels } from './search-models.js';
import type { SearchStrategy } from './strategy.js';

const data = noisyData({ rows: 400, missing: 0.05 });
const base: SearchOptions = { positive: 0, seed: 5, workers: 0 };
const three = ['logistic-regression', 'decision-tree', 'random-forest'] as const;
const depths: SearchOptions = {
  ...base,
  algorithms: ['decision-tree', 'random-forest'],
  grids: {
    'decision-tree': { maxDepth: [1, 2, 3, 4, 5, 6, 7] },
    'random-forest': { nEstimators: [2, 5], maxDepth: [2, 4] },
  },
};
const halving: SearchStrategy = { kind: 'halving' };
const trees: SearchOptions = {
  ...base,
  algorithms: ['random-forest'],
  grids: { 'random-forest': { maxDepth: [1, 2, 3, 4, 5, 6], criterion: ['gini', 'entropy'] } },
  strategy: { kind: 'halving', resource: 'nEstimators', maxResources: 18 },
};
const random: SearchStrategy = {
  kind: 'random',
  candidates: 5,
  spaces: {
    'logistic-regression': { C: { logUniform: [0.001, 100] } },
    'random-forest': { nEstimators: { integers: [2, 12] }, maxDepth: [2, 3, 4] },
  },
};
const withoutSeconds = (candidates: readonly Candidate[]) =>
  candidates.map(({ seconds: _, ...rest }) => rest);

describe.each<[string, SearchOptions]>([
  ['grid', depths],
  ['random', { ...base, algorithms: three, strategy: random }],
  ['halving of rows', { ...depths, strategy: halving }],
  ['halving of trees', trees],
  [
    'halving of drawn candidates',
    { ...base, algorithms: three, strategy: { kind: 'halving', from: random } },
  ],
])('a search by %s', (_, options) => {
  it('gives the same result whatever the number of workers', async () => {
    const [none, two] = await Promise.all([
      searchModels(data, options),
      searchModels(data, { ...options, workers: 2 }),
    ]);
    expect(withoutSeconds(two.candidates)).toEqual(withoutSeconds(none.candidates));
    expect(two.rungs?.map((rung) => withoutSeconds(rung.candidates))).toEqual(
      none.rungs?.map((rung) => withoutSeconds(rung.candidates)),
    );
    expect(two.outOfFold).toEqual(none.outOfFold);
  });

  it("gives the best candidate as a grid of it alone would, with every row's probabilities", async () => {
    const { best, outOfFold, foldOf } = await searchModels(data, options);
    const values = Object.entries(best.parameters).map(([name, value]) => [name, [value]]);
    const alone = await searchModels(data, {
      ...base,
      algorithms: [best.algorithm],
      grids: { [best.algorithm]: Object.fromEntries(values) },
    });
    expect(alone.foldOf).toEqual(foldOf);
    expect(alone.best.meanF1).toBeCloseTo(best.meanF1, 12);
    outOfFold.forEach((value, index) => {
      expect(value).toBeCloseTo(alone.outOfFold[index]!, 6);
    });
  });

  it.each([0, 2])(
    'reports progress that never goes back and ends at the total, with %i workers',
    async (workers) => {
      const seen: SearchProgress[] = [];
      const { best } = await searchModels(
        data,
        { ...options, workers },
        { onProgress: (progress) => seen.push(progress) },
      );
      const done = seen.map((progress) => progress.done);
      expect(done).toEqual([...done].sort((a, b) => a - b));
      expect(new Set(seen.map((progress) => progress.total)).size).toBe(1);
      expect(done.at(-1)).toBe(seen[0]!.total);
      expect(seen.at(-1)!.best?.parameters).toEqual(best.parameters);
    },
  );
});

describe('random search', () => {
  it('tries so many candidates of each algorithm, and all there are of a smaller grid', async () => {
    const { candidates, best } = await searchModels(data, {
      ...base,
      strategy: { ...random, candidates: 4 },
      algorithms: three,
    });
    const names = candidates.map(({ algorithm }) => algorithm);
    expect(names.filter((name) => name === 'decision-tree')).toHaveLength(3);
    expect(names.filter((name) => name === 'logistic-regression')).toHaveLength(4);
    expect(names.filter((name) => name === 'random-forest')).toHaveLength(4);
    expect(best.meanF1).toBe(Math.max(...candidates.map(({ meanF1 }) => meanF1)));
  });

  it('draws the same for an algorithm whichever others are searched, and otherwise for another seed', async () => {
    const draw = async (options: Partial<SearchOptions>) => {
      const { candidates } = await searchModels(data, { ...base, strategy: random, ...options });
      return candidates
        .filter(({ algorithm }) => algorithm === 'logistic-regression')
        .map((each) => each.parameters);
    };
    const alone = await draw({ algorithms: ['logistic-regression'] });
    expect(await draw({ algorithms: ['random-forest', 'logistic-regression'] })).toEqual(alone);
    expect(await draw({ algorithms: ['logistic-regression'], seed: 6 })).not.toEqual(alone);
  });
});

describe('successive halving', () => {
  it('names every candidate once with the rung it came to, and every rung with those tried on it', async () => {
    const { candidates, rungs, best } = await searchModels(data, { ...depths, strategy: halving });
    // 11 candidates on a ninth, 4 on a third, 2 on all of the rows.
    expect(rungs!.map(({ resources, candidates: { length } }) => [resources, length])).toEqual([
      [44, 11],
      [132, 4],
      [400, 2],
    ]);
    expect(candidates.map(({ parameters }) => parameters)).toEqual(
      rungs![0]!.candidates.map(({ parameters }) => parameters),
    );
    expect([0, 1, 2].map((rung) => candidates.filter((each) => each.rung === rung).length)).toEqual([
      7, 2, 2,
    ]);
    expect(best.rung).toBe(2);
    expect(best.meanF1).toBe(Math.max(...rungs![2]!.candidates.map(({ meanF1 }) => meanF1)));
  });

  it('lets the best of each rung go on, of equals the earlier, and adds up their times', async () => {
    const { candidates, rungs } = await searchModels(data, { ...depths, strategy: halving });
    const same = (a: Candidate, b: Candidate) => a.algorithm === b.algorithm && a.parameters === b.parameters;
    rungs!.slice(1).forEach(({ candidates: kept }, index) => {
      const ranked = [...rungs![index]!.candidates].sort((a, b) => b.meanF1 - a.meanF1);
      for (const each of ranked.slice(0, kept.length))
        expect(kept.some((other) => same(each, other))).toBe(true);
    });
    for (const candidate of candidates) {
      const spent = rungs!.flatMap((rung) => rung.candidates.filter((each) => same(each, candidate)));
      expect(candidate.seconds).toBeCloseTo(
        spent.reduce((sum, each) => sum + each.seconds, 0),
        9,
      );
      expect(spent.at(-1)).toMatchObject({ meanF1: candidate.meanF1, rung: candidate.rung });
    }
  });

  it('gives candidates of later rungs more trees, and the last all', async () => {
    const { rungs, best, candidates } = await searchModels(data, trees);
    expect(
      rungs!.map((rung) => [
        rung.resources,
        ...new Set(rung.candidates.map((each) => each.parameters.nEstimators)),
      ]),
    ).toEqual([
      [2, 2],
      [6, 6],
      [18, 18],
    ]);
    expect(best.parameters.nEstimators).toBe(18);
    expect(candidates).toHaveLength(12);
  });

  it('scores no row on any rung with a model that saw a copy of it, once copies are one group', async () => {
    // Labels are noise on distinct rows that stand ten times: only leaking copies could predict them.
    const draw = createRandom(8);
    const own = Array.from({ length: 60 }, () => draw.below(2));
    const copies = {
      matrix: matrixOf(Array.from({ length: 600 }, (_, row) => [row % 60, (row % 60) * 7])),
      labels: Int32Array.from({ length: 600 }, (_, row) => own[row % 60]!),
      classes: 2,
      groups: Int32Array.from({ length: 600 }, (_, row) => row % 60),
    };
    const { rungs } = await searchModels(copies, {
      ...base,
      algorithms: ['decision-tree'],
      grids: { 'decision-tree': { minSamplesLeaf: [1, 2, 3, 4] } },
      strategy: halving,
    });
    expect(rungs!.map(({ candidates }) => candidates.length)).toEqual([4, 2]);
    for (const { candidates } of rungs!)
      for (const { meanF1 } of candidates) expect(meanF1).toBeLessThan(0.9);
  });

  it.each<[string, SearchOptions]>([
    ['a factor of 1', { ...depths, strategy: { kind: 'halving', factor: 1 } }],
    ['more rows than there are', { ...depths, strategy: { kind: 'halving', minResources: 401 } }],
    ['fewer rows at last than there are', { ...depths, strategy: { kind: 'halving', maxResources: 300 } }],
    ['trees without a number', { ...trees, strategy: { kind: 'halving', resource: 'nEstimators' } }],
    ['trees in the grid', { ...depths, algorithms: ['random-forest'], strategy: trees.strategy! }],
    ['trees of what has none', { ...base, algorithms: ['decision-tree'], strategy: trees.strategy! }],
    ['a wrong value', { ...depths, grids: { 'decision-tree': { maxDepth: [0] } }, strategy: halving }],
  ])('refuses %s', async (_, options) => {
    await expect(searchModels(data, options)).rejects.toMatchObject({ code: 'LEARN_PARAMETER_INVALID' });
  });
});
