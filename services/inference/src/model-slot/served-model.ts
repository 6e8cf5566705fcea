import type { FeatureSchema, LabelClass } from '@weir/contracts';
import type { ModelArtifact, Scorer } from '@weir/learning';

/** A model version that passed every check of a reload. Never changed: a reload puts another in its place. */
export interface ServedModel {
  readonly name: string;
  /** The registry's number, from 1. */
  readonly version: number;
  readonly schema: FeatureSchema;
  readonly artifact: ModelArtifact;
  readonly scorer: Scorer;
  /** The schema's class for each class index of the model. */
  readonly classes: readonly LabelClass[];
  /** SHA-256 of the artifact's bytes. */
  readonly sha256: string;
  /** ISO 8601. */
  readonly loadedAt: string;
}

/** A version that is seen beside the champion before it may serve. Another object for each time it is made challenger. */
export interface Challenger {
  readonly model: ServedModel;
  /** The alias's revision: grows whenever the alias is moved. */
  readonly aliasRevision: number;
}
