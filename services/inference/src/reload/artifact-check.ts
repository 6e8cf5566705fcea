import { type FeatureSchema, type LabelClass, positiveIndexOf, type SchemaRegistry } from '@weir/contracts';
import type { ModelArtifact } from '@weir/learning';
import type { ModelVersion } from '@weir/platform';
import { readsTheseTerms, urlColumns } from '../classification/url-rows.js';
import { refuse } from './refused.js';

/** What this process would feed such a model of the schema, in order. */
export function featureNamesOf(
  schema: FeatureSchema,
  artifact: Pick<ModelArtifact, 'terms'>,
): readonly string[] {
  return schema.input.kind === 'url' ? urlColumns(artifact) : schema.columns.map(({ name }) => name);
}

/**
 * Whether the artifact is what the registry calls it, and reads what this process computes. Gives its schema, and the
 * schema's class for each class index. Throws `WEIR_ARTIFACT_REFUSED`.
 */
export function checkArtifact(
  version: ModelVersion,
  artifact: ModelArtifact,
  schemas: SchemaRegistry,
): { readonly schema: FeatureSchema; readonly classes: readonly LabelClass[] } {
  if (artifact.schema !== version.name) {
    throw refuse(version, `the artifact is a model of the schema "${artifact.schema}"`);
  }
  const schema = schemas.find(artifact.schema);
  if (schema === undefined) {
    throw refuse(version, `this service does not know the schema "${artifact.schema}" (see WEIR_SCHEMAS)`);
  }
  checkFeatures(version, artifact.featureNames, featureNamesOf(schema, artifact));
  if (!readsTheseTerms(artifact))
    throw refuse(version, `its terms are hashed as "${artifact.terms?.hashing}"`);
  checkThresholds(version, artifact);
  return { schema, classes: classesOf(version, artifact, schema) };
}

function checkFeatures(version: ModelVersion, found: readonly string[], wanted: readonly string[]): void {
  const at = wanted.findIndex((name, index) => found[index] !== name);
  if (at >= 0) {
    throw refuse(version, `feature ${at} is "${found[at] ?? 'missing'}" and should be "${wanted[at]}"`);
  }
  if (found.length > wanted.length) {
    throw refuse(version, `it reads ${found.length} features and the schema has ${wanted.length}`);
  }
}

function checkThresholds(version: ModelVersion, { thresholds }: ModelArtifact): void {
  const { malicious, suspicious } = thresholds;
  if (!(suspicious >= 0 && malicious >= suspicious && Number.isFinite(malicious))) {
    throw refuse(version, 'its thresholds are not 0 ≤ suspicious ≤ malicious');
  }
}

function classesOf(version: ModelVersion, artifact: ModelArtifact, schema: FeatureSchema): LabelClass[] {
  const { classes } = schema.label;
  const matched = artifact.classes.map((name) => classes.find((each) => each.name === name));
  const known = matched.filter((each) => each !== undefined);
  if (known.length !== artifact.classes.length || new Set(known).size !== classes.length) {
    throw refuse(version, `its classes are ${artifact.classes.join(', ')}, not the schema's`);
  }
  const positive = classes[positiveIndexOf(schema.label)];
  if (known[artifact.positiveIndex] !== positive) {
    throw refuse(version, `its positive class is not "${schema.label.positive}"`);
  }
  return known;
}
