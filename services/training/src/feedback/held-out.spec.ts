import { describe, expect, it } from 'vitest';
import type { LoadedData } from '../training-data/load-training-data.js';
import type { CorrectedUrl } from './corrections.js';
import { withoutDisputed } from './held-out.js';
import type { TaughtData } from './taught-data.js';

/** Four rows in the groups 0, 1, 0, 2 and then corrections with these labels, in these groups. */
function taught(labels: readonly number[], groups: readonly number[], said = labels): TaughtData {
  const rows = 4 + labels.length;
  const data: LoadedData = {
    featureNames: ['a', 'b'],
    matrix: { rows, columns: 2, values: Float32Array.from({ length: rows * 2 }, (_, index) => index) },
    labels: Int32Array.from([0, 1, 0, 1, ...labels]),
    groups: Int32Array.from([0, 1, 0, 2, ...groups]),
    groupedBy: 'registrable-domain',
    skipped: 0,
  };
  const byCanonical = new Map(said.map((label, index) => [`${index}`, { label } as CorrectedUrl]));
  const corrections = { byCanonical, manifest: { id: 'f' } } as never;
  return { data, classCounts: {}, feedback: { corrections, replacedRows: 0 } };
}

describe('withoutDisputed', () => {
  it('leaves out the corrections and every row of their domains', () => {
    const left = withoutDisputed(taught([1, 0], [0, 3]));
    expect(left?.matrix.rows).toBe(2);
    expect([...(left?.matrix.values ?? [])]).toEqual([2, 3, 6, 7]);
    expect([...(left?.labels ?? [])]).toEqual([1, 1]);
    expect([...(left?.groups ?? [])]).toEqual([1, 2]);
  });

  it('gives nothing where the last rows are not the corrections', () => {
    expect(withoutDisputed(taught([1, 0], [0, 3], [0, 0]))).toBeNull();
    expect(withoutDisputed(taught([], [], [1, 1, 1, 1, 1]))).toBeNull();
  });
});
