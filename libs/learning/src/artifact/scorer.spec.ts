import { describe, expect, it } from 'vitest';
import { randomEnsemble, randomRows } from '../../reference/random-ensemble.ts';
import { explainByPath, explainScore } from '../model/explain.js';
import type { RandomForestModel } from '../model/fitted-model.js';
import type { ModelArtifact } from './model-artifact.js';
import { createScorer } from './scorer.js';

const model: RandomForestModel = {
  algorithm: 'random-forest',
  features: 4,
  classes: 2,
  trees: randomEnsemble({ seed: 6, trees: 9 }),
  importance: new Float64Array(4),
};
const artifact: ModelArtifact = {
  schema: 'test',
  featureNames: ['a', 'b', 'c', 'd'],
  classes: ['phishing', 'legitimate'],
  positiveIndex: 0,
  algorithm: 'random-forest',
  parameters: {},
  model,
  calibration: { method: 'platt', input: 'log-odds', slope: 1, intercept: 0 },
  thresholds: { malicious: 0.9, suspicious: 0.5 },
  metrics: {},
  candidates: [],
  goldenRows: { features: new Float32Array(0), probabilities: new Float32Array(0) },
  importance: new Float64Array(4),
  lineage: { snapshotId: 's', snapshotSha256: 'x', runId: 'r', seed: 1, createdAt: '2026-01-01', rows: 1 },
};

describe("a scorer's explanations", () => {
  const { values } = randomRows(3, 30, 4);
  const scorer = createScorer(artifact);
  const rowAt = (row: number) => values.subarray(row * 4, row * 4 + 4);

  it.each([
    ['explainRow', explainScore],
    ['explainRowByPath', explainByPath],
  ] as const)('%s names the strongest columns first, with their values', (method, explainWith) => {
    for (let row = 0; row < 30; row++) {
      const { contributions } = explainWith(model, rowAt(row), 0);
      const reasons = scorer[method](values, row, 3);
      const sizes = reasons.map(({ contribution }) => Math.abs(contribution));
      expect(sizes).toEqual(
        [...contributions]
          .map(Math.abs)
          .sort((a, b) => b - a)
          .slice(0, 3),
      );
      for (const { feature, value, contribution } of reasons) {
        const column = artifact.featureNames.indexOf(feature);
        expect(contribution).toBe(contributions[column]);
        expect(value).toBe(rowAt(row)[column]);
      }
    }
  });

  it('explainRows explains each row of a batch', () => {
    const reasons = scorer.explainRows(values, 30, 2);
    expect(reasons).toHaveLength(30);
    reasons.forEach((own, row) => {
      expect(own).toEqual(scorer.explainRow(values, row, 2));
    });
  });
});
