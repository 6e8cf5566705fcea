import { beforeAll, describe, expect, it } from 'vitest';
import { noisyData } from '../../reference/load.ts';
import type { ModelArtifact } from '../artifact/model-artifact.js';
import { trainModel } from '../training/train-model.js';
import { modelCard } from './model-card.js';

describe('the card of a model with terms', () => {
  let artifact: ModelArtifact;
  beforeAll(async () => {
    const data = noisyData({ rows: 120, columns: 2 });
    const blocks = ['host_terms', 'path_terms'];
    // Two ids of the first block, none of the second.
    const offsets = Uint32Array.from({ length: 121 }, (_, row) => row);
    const ids = Uint32Array.from(data.labels, (label) => 3 + label);
    const result = await trainModel(
      {
        data,
        terms: { hashing: 'test-1', blocks, blockSize: 1024, offsets, ids },
        termCost: 2,
        schema: 'test',
        featureNames: ['a', 'b'],
        classes: ['phishing', 'legitimate'],
        positiveIndex: 0,
        seed: 2,
        lineage: {
          snapshotId: 's',
          snapshotSha256: 'f00',
          runId: 'r',
          createdAt: '2026-01-01T00:00:00.000Z',
          rows: 120,
        },
        algorithms: ['decision-tree'],
      },
      { workers: 0 },
    );
    artifact = result.artifact;
  });

  it('tells its columns, its size, and the rule that made the ids', () => {
    const { json, markdown } = modelCard(artifact);
    expect(json.model.terms).toEqual({
      columns: ['host_terms', 'path_terms'],
      hashing: 'test-1',
      weights: 1024,
      used: 2,
      cost: 2,
    });
    expect(json.data.features).toBe(4);
    expect(markdown).toContain(
      '| Of terms | `host_terms`, `path_terms`: logistic regression, cost 2, over ids of `test-1`; 2 of 2,048 weights are not 0 |',
    );
  });

  it('says nothing of terms where there are none', () => {
    const { terms: _terms, goldenTerms: _golden, ...without } = artifact;
    const { json, markdown } = modelCard(without);
    expect(json.model.terms).toBeNull();
    expect(markdown).not.toContain('Of terms');
  });
});
