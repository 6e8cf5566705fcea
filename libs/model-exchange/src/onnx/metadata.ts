import type { ModelArtifact } from '@weir/learning';
import type { OnnxExportOptions } from './export-options.js';

/** The `metadata_props` of an exported model; everything but plain names is JSON. */
export function metadataOf(
  artifact: ModelArtifact,
  options: OnnxExportOptions,
): { key: string; value: string }[] {
  const { schema, algorithm, classes, positiveIndex } = artifact;
  const entries: Record<string, string> = {
    name: options.name ?? schema,
    ...(options.version !== undefined && { version: String(options.version) }),
    schema,
    algorithm,
    parameters: JSON.stringify(artifact.parameters),
    classes: JSON.stringify(classes),
    features: JSON.stringify(artifact.featureNames),
    positiveClass: classes[positiveIndex]!,
    calibration: JSON.stringify(artifact.calibration),
    thresholds: JSON.stringify(artifact.thresholds),
    metrics: JSON.stringify(artifact.metrics),
    lineage: JSON.stringify(artifact.lineage),
  };
  return Object.entries(entries).map(([key, value]) => ({ key, value }));
}
