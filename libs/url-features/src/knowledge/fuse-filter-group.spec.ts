import { describe, expect, it } from 'vitest';
import { buildBinaryFuseFilter } from './filter-building.js';
import { FuseFilterGroup } from './fuse-filter-group.js';

describe('FuseFilterGroup', () => {
  const first = buildBinaryFuseFilter(['a.example', 'b.example'], 16);
  const second = buildBinaryFuseFilter(['b.example', 'c.example'], 16);

  it('tells which of its filters hold a name', () => {
    const group = new FuseFilterGroup([first, second]);
    const names = ['a.example', 'b.example', 'c.example', 'd.example'];
    expect(names.map((name) => group.holders(name))).toEqual([1, 3, 2, 0]);
  });

  it('hashes anew for a filter of another seed', () => {
    const group = new FuseFilterGroup([first, { ...first, seed: first.seed + 1 }, first]);
    expect(group.holders('a.example') & 5).toBe(5);
  });
});
