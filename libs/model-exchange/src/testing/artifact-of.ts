import type { FittedModel, ModelArtifact } from '@weir/learning';

/** An artifact around a model, with the rest filled in. */
export function artifactOf(model: FittedModel, changes: Partial<ModelArtifact> = {}): ModelArtifact {
  return {
    schema: 'test-schema',
    featureNames: Array.from({ length: model.features }, (_, column) => `feature_${column}`),
    classes: ['phishing', 'legitimate', 'suspicious'].slice(0, model.classes),
    positiveIndex: 0,
    algorithm: model.algorithm,
    parameters: { depth: 8 },
    model,
    calibration: { method: 'platt', input: 'probability', slope: 5.5, intercept: -2.5 },
    thresholds: { malicious: 0.9, suspicious: 0.4 },
    metrics: { 'distinct.f1': 0.93 },
    candidates: [],
    goldenRows: { features: new Float32Array(0), probabilities: new Float32Array(0) },
    importance: new Float64Array(model.features),
    lineage: {
      snapshotId: 'snapshot-1',
      snapshotSha256: 'ab'.repeat(32),
      runId: 'run-1',
      seed: 7,
      createdAt: '2026-01-02T03:04:05.000Z',
      rows: 1000,
    },
    ...changes,
  };
}
