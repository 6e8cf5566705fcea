import { type FeatureSchema, URL_SCHEMA } from '@weir/contracts';
import { createScorer, type ModelArtifact } from '@weir/learning';
import type { ServedModel } from '../model-slot/index.js';

/** An artifact as a slot would hold it, without the way through the registry. */
export function serve(artifact: ModelArtifact, version = 1, schema: FeatureSchema = URL_SCHEMA): ServedModel {
  const { classes } = schema.label;
  return {
    name: artifact.schema,
    version,
    schema,
    artifact,
    scorer: createScorer(artifact),
    classes: artifact.classes.map((name) => classes.find((each) => each.name === name)!),
    sha256: '0'.repeat(64),
    loadedAt: '2026-01-01T00:00:00.000Z',
  };
}
