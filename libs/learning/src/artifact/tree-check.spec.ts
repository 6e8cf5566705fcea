import { describe, expect, it } from 'vitest';
import { randomEnsemble } from '../../reference/random-ensemble.ts';
import { assertCover } from './tree-check.js';

describe('assertCover', () => {
  const trees = randomEnsemble({ seed: 1, trees: 3, depth: 6 });
  const withCover = (node: number, cover: number) => ({
    ...trees,
    cover: trees.cover.map((own, index) => (index === node ? cover : own)),
  });

  it('takes what a tree has, rounding and all', () => {
    expect(() => assertCover(trees)).not.toThrow();
    expect(() => assertCover(withCover(0, trees.cover[0]! * 1.0005))).not.toThrow();
  });

  it('takes a tree of one leaf that has no cover left', () => {
    const leaf = randomEnsemble({ seed: 1, trees: 1, depth: 0 });
    expect(() => assertCover({ ...leaf, cover: new Float32Array(1) })).not.toThrow();
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('refuses a cover of %d', (cover) => {
    const last = trees.cover.length - 1;
    expect(() => assertCover(withCover(last, cover))).toThrow(
      expect.objectContaining({ code: 'LEARN_ARTIFACT_TREE' }),
    );
  });

  it("refuses a parent that is not its children's sum", () => {
    expect(() => assertCover(withCover(0, 1_100))).toThrow(
      expect.objectContaining({ code: 'LEARN_ARTIFACT_TREE', detail: expect.stringContaining('node 0') }),
    );
  });
});
