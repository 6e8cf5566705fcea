import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { algorithmsBut, fitQuickly, QUICK } from '../../reference/algorithms.ts';
import { noisyData } from '../../reference/load.ts';
import { decodeArtifact, encodeArtifact } from '../artifact/codec.js';
import { recordGoldenRows, verifyGoldenRows } from '../artifact/golden-rows.js';
import type { ModelArtifact } from '../artifact/model-artifact.js';
import type { TrainingData } from '../dataset/training-data.js';
import type { FittedModel } from '../model/fitted-model.js';
import { importance } from '../model/importance.js';
import { predictProbabilities } from '../model/predict.js';

function artifactOf(model: FittedModel, { matrix }: TrainingData): ModelArtifact {
  return {
    schema: 'test',
    featureNames: Array.from({ length: matrix.columns }, (_, column) => `column ${column}`),
    classes: Array.from({ length: model.classes }, (_, label) => `class ${label}`),
    positiveIndex: 0,
    algorithm: model.algorithm,
    parameters: QUICK[model.algorithm],
    model,
    calibration: { method: 'platt', input: 'log-odds', slope: 1, intercept: 0 },
    thresholds: { malicious: 0.9, suspicious: 0.5 },
    metrics: {},
    candidates: [],
    goldenRows: recordGoldenRows(model, matrix, 4, 1),
    importance: importance(model),
    lineage: { snapshotId: 's', snapshotSha256: 'x', runId: 'r', seed: 1, createdAt: '2026-01-01', rows: 1 },
  };
}

const bitsOf = (model: FittedModel, data: TrainingData) =>
  new Uint32Array(predictProbabilities(model, data.matrix).buffer);

describe.each(algorithmsBut())('%s', (algorithm) => {
  it('predicts the same bits once it was saved and read again', async () => {
    const cases = fc.record({
      rows: fc.integer({ min: 4, max: 60 }),
      columns: fc.integer({ min: 1, max: 7 }),
      classes: fc.constantFrom(2, 3),
      seed: fc.nat(10_000),
      missing: fc.constantFrom(0, 0.3),
    });
    await fc.assert(
      fc.asyncProperty(cases, async (settings) => {
        const plain = noisyData(settings);
        const weights = Float64Array.from(plain.labels, (_, row) => 0.1 + (row % 7) / 3);
        const data = { ...plain, weights };
        const model = await fitQuickly(data, algorithm);
        const saved = decodeArtifact(encodeArtifact(artifactOf(model, data)));
        verifyGoldenRows(saved);
        const unseen = noisyData({ ...settings, rows: 100, seed: settings.seed + 1 });
        expect(bitsOf(saved.model, unseen)).toEqual(bitsOf(model, unseen));
        expect(importance(saved.model)).toEqual(importance(model));
      }),
      { numRuns: 12 },
    );
  });
});
